package colophon.edition;

import colophon.brief.Author;
import colophon.brief.Sentence;
import colophon.review.Approved;
import colophon.review.Reviewer;
import java.util.List;
import java.util.StringJoiner;

/**
 * The disclosure as it stands on one edition.
 *
 * @param profile the label profile it was made from, such as {@code eu}
 * @param locale the language of the words
 * @param shortText the first words a reader meets, such as {@code AI-generated: verify with the
 *     original}
 * @param how one or two sentences that say how the text was made, who edited it and who reviewed it
 * @param longText the disclaimer at the foot
 * @param digitalSourceType the IPTC term, as an absolute address
 */
public record Label(
    String profile,
    String locale,
    String shortText,
    String how,
    String longText,
    String digitalSourceType) {

  /** The label of this copy under that profile, in the brief's language where it has words. */
  public static Label of(LabelProfile profile, Approved approved) {
    var draft = approved.draft();
    String locale = profile.localeFor(draft.brief().language().tag());
    Wording wording = profile.wording(locale);
    return new Label(
        profile.id(),
        locale,
        wording.shortText(),
        how(wording, approved),
        wording.longText(),
        DigitalSourceType.of(draft).uri());
  }

  private static String how(Wording wording, Approved approved) {
    var sentences = new StringJoiner(wording.join());
    sentences.add(
        DigitalSourceType.isExtractive(approved.draft()) ? wording.arranged() : wording.written());
    List<Sentence> all = approved.draft().brief().sentences();
    List<String> editors = editors(all);
    if (!editors.isEmpty()) {
      sentences.add(
          wording
              .edited()
              .replace(Wording.CHANGED, Long.toString(changed(all)))
              .replace(Wording.SENTENCES, Integer.toString(all.size()))
              .replace(Wording.EDITORS, String.join(", ", editors)));
    }
    sentences.add(
        switch (approved.reviewer()) {
          case Reviewer.Person person ->
              wording.reviewed().replace(Wording.REVIEWER, CleanText.line(person.name()));
          case Reviewer.Policy ignored -> wording.unreviewed();
        });
    return sentences.toString();
  }

  private static List<String> editors(List<Sentence> sentences) {
    return sentences.stream()
        .map(Sentence::author)
        .filter(Author.Person.class::isInstance)
        .map(author -> CleanText.line(((Author.Person) author).name()))
        .distinct()
        .toList();
  }

  private static long changed(List<Sentence> sentences) {
    return sentences.stream().filter(s -> s.author() instanceof Author.Person).count();
  }
}
