package colophon.edition;

import colophon.article.Article;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.review.Approved;
import colophon.story.DeskNote;
import colophon.story.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before a line is set: every sentence has a source that says what it is cited for.
 */
final class Preflight {

  private Preflight() {}

  /** What stands against printing, a sentence each; empty where nothing does. */
  static List<String> check(Approved approved, Dossier dossier, VersionPlan plan, Imprint imprint) {
    var reasons = new ArrayList<String>();
    var brief = approved.draft().brief();
    for (Sentence sentence : brief.sentences()) {
      checkText(sentence, reasons);
      if (sentence.citations().isEmpty()) {
        reasons.add("The sentence " + sentence.id() + " cites no source; give it one or cut it.");
      }
      if (approved.grounding().findings().stream()
          .noneMatch(finding -> finding.sentenceId().equals(sentence.id()))) {
        reasons.add(
            "The sentence " + sentence.id() + " was not checked against its sources; check it.");
      }
      sentence.citations().forEach(citation -> checkCitation(sentence, citation, dossier, reasons));
    }
    dossier.articles().forEach(article -> checkLink(article, reasons));
    checkImprint(imprint, reasons);
    checkNote(plan, reasons);
    return reasons;
  }

  private static void checkNote(VersionPlan plan, List<String> reasons) {
    String note = plan.note();
    if (plan.kind() != VersionPlan.Kind.ORIGINAL && (note == null || note.isBlank())) {
      reasons.add(
          "Version "
              + plan.version()
              + " changes what was published and has no public note;"
              + " say in one sentence what changed.");
    }
    if (note != null) {
      CleanText.firstForbidden(note)
          .ifPresent(found ->
              reasons.add(
                  "The public note holds "
                      + found
                      + ", a character that is never published; remove it."));
    }
  }

  private static void checkText(Sentence sentence, List<String> reasons) {
    if (sentence.text().isBlank()) {
      reasons.add("The sentence " + sentence.id() + " is empty; cut it.");
    } else if (!sentence.text().equals(sentence.text().strip()) || sentence.text().contains("\n")) {
      reasons.add(
          "The sentence " + sentence.id() + " has a line break or space at an end; remove it.");
    }
    CleanText.firstForbidden(sentence.text())
        .ifPresent(found ->
            reasons.add(
                "The sentence "
                    + sentence.id()
                    + " holds "
                    + found
                    + ", a character that readers cannot see and that is never published;"
                    + " remove it."));
  }

  private static void checkCitation(
      Sentence sentence, Citation citation, Dossier dossier, List<String> reasons) {
    Optional<Article> found = dossier.article(citation.articleId());
    if (found.isEmpty()) {
      reasons.add(
          "The sentence "
              + sentence.id()
              + " cites the article "
              + citation.articleId()
              + ", which is not among the story's articles.");
      return;
    }
    Article article = found.get();
    if (article.sourceId().equals(DeskNote.SOURCE) && !isWhole(dossier.note(article.id()))) {
      reasons.add(
          "The sentence "
              + sentence.id()
              + " rests on a desk note of which it is not known who wrote it, when it was learnt"
              + " and how it was confirmed; bind it to another source.");
    }
    if (dossier.note(article.id()).isPresent() && citation.passage() != DeskNote.WORDS) {
      reasons.add(
          "The sentence "
              + sentence.id()
              + " rests on the seal of a desk note, not on its words; bind it to these.");
    }
    int length = article.text().codePointCount(0, article.text().length());
    boolean stands =
        article.textDigest().equals(citation.textDigest())
            && citation.span().end() <= length
            && citation.span().in(article.text()).equals(citation.quote());
    if (!stands) {
      reasons.add(
          "The passage that the sentence "
              + sentence.id()
              + " cites does not stand in the article of "
              + article.outlet()
              + " as it was kept; cite it again.");
    }
  }

  private static boolean isWhole(Optional<DeskNote> note) {
    return note.filter(each -> !each.writtenBy().isBlank() && !each.who().isBlank())
        .filter(each -> !each.confirmed().isBlank())
        .isPresent();
  }

  private static void checkLink(Article article, List<String> reasons) {
    if (article.readerLink() != null && !WebLink.isWeb(article.readerLink())) {
      reasons.add(
          "The link of the article \""
              + CleanText.of(article.title())
              + "\" of "
              + CleanText.of(article.outlet())
              + " is neither http nor https; correct the source or remove its public address.");
    }
  }

  private static void checkImprint(Imprint imprint, List<String> reasons) {
    if (!WebLink.isContact(imprint.contact())) {
      reasons.add(
          "The address for reporting errors must be http, https or mailto; correct the imprint.");
    }
    if (!WebLink.isWeb(imprint.site())) {
      reasons.add("The site's address must be http or https; correct the imprint.");
    }
    if (imprint.publisher().isBlank() || imprint.responsibleEditor().isBlank()) {
      reasons.add("The imprint must name the publisher and the responsible editor.");
    }
  }
}
