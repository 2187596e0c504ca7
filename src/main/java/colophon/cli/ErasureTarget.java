package colophon.cli;

import colophon.evidence.ErasureClass;
import colophon.evidence.ErasureDesk;
import colophon.evidence.ErasurePlan;
import colophon.kernel.Digest;
import colophon.publication.PublicationStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be erased; one of the six. */
final class ErasureTarget extends BriefOrSource {

  @Option(
      names = "--digest",
      required = true,
      paramLabel = "D",
      description = "What has this digest, sha256: and 64 digits.")
  @Nullable String digest;

  @Option(
      names = "--draft",
      required = true,
      paramLabel = "DRAFT",
      description = "The draft of this id, as review list shows it.")
  @Nullable String draft;

  @Option(
      names = "--person",
      required = true,
      paramLabel = "NAME",
      description = "This name, as it was given with --by or --reviewer.")
  @Nullable String person;

  @Option(
      names = "--due",
      required = true,
      description = "What is older than the periods under retention in newsroom.yaml.")
  boolean due;

  /**
   * The class that is meant, or the end of the command where target and class do not go together.
   */
  ErasureClass of(@Nullable String word) {
    @Nullable ErasureClass meant =
        draft != null ? ErasureClass.DRAFTS : person != null ? ErasureClass.PEOPLE : null;
    @Nullable ErasureClass asked = word == null ? meant : named(word);
    if (asked == null) {
      throw usage("Name what is to be erased with --class: " + ErasureClass.words() + ".");
    }
    if (meant != null && asked != meant) {
      throw usage(
          "A "
              + (draft != null ? "draft" : "person")
              + " is of the class "
              + meant.word()
              + "; leave out --class.");
    }
    boolean places = asked == ErasureClass.COPIES || asked == ErasureClass.TEXTS;
    if (source != null && !places) {
      throw usage(
          "A source has archived copies and texts only. Name the brief, or a digest, to erase "
              + asked.text()
              + ".");
    }
    if (asked == ErasureClass.PEOPLE && person == null) {
      throw usage("A name goes everywhere at once: say whose with --person NAME.");
    }
    return asked;
  }

  /** The class of that word, or the end of the command. */
  static ErasureClass named(String word) {
    return ErasureClass.of(word)
        .orElseThrow(() ->
            usage("There is no class \"" + word + "\"; there are " + ErasureClass.words() + "."));
  }

  ErasurePlan plan(ErasureClass of, ErasureDesk desk, PublicationStore publications) {
    if (brief != null) {
      return desk.ofBrief(of, Briefs.idOf(brief, publications));
    }
    if (source != null) {
      return desk.ofSource(of, source);
    }
    if (draft != null) {
      return desk.ofDraft(draft);
    }
    if (person != null) {
      return desk.ofPerson(person.strip());
    }
    try {
      return desk.ofDigest(of, Digest.parse(String.valueOf(digest)));
    } catch (IllegalArgumentException e) {
      throw usage("That is no digest: " + e.getMessage() + ".");
    }
  }

  private static CommandFailure usage(String sentence) {
    return new CommandFailure(ExitCode.USAGE, sentence);
  }
}
