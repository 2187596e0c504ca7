package colophon.copydesk;

import colophon.brief.Brief;
import colophon.brief.Sentence;
import colophon.kernel.Digest;
import colophon.review.Flag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a settled mark was settled for. */
final class Marking {

  private Marking() {}

  /**
   * A digest of the words that a mark is about: those of its sentences; of the whole draft where a
   * lawyer or a reader of another language has to read it; nothing where it is about the sources.
   */
  static String words(Flag flag, Brief brief) {
    if (!flag.sentences().isEmpty()) {
      return digest(
          flag.sentences().stream()
              .map(id -> brief.sentence(id).map(Sentence::text).orElse(""))
              .toList());
    }
    return switch (flag.kind()) {
      case NEEDS_LEGAL_READ, TRANSLATION ->
          digest(brief.sentences().stream().map(Sentence::text).toList());
      case SOURCE_CHECK, SOURCES_DIFFER, SINGLE_SOURCE, SUSPICIOUS_PASSAGE, POLICY -> "";
    };
  }

  private static String digest(List<String> texts) {
    return Digest.ofText(texts.stream().collect(Collectors.joining("\n"))).brief(32);
  }

  /**
   * The first sentence of a mark that a person has not seen beside its evidence with its present
   * words; empty where the person saw them all.
   */
  static Optional<Sentence> unseen(Flag flag, Worksheet sheet, Person person) {
    List<String> seen = sheet.opened(person);
    return sheet.sentences().stream()
        .filter(sentence -> flag.sentences().contains(sentence.id()))
        .filter(sentence -> !seen.contains(sentence.id()))
        .findFirst();
  }
}
