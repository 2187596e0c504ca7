package colophon.cli;

import colophon.article.Article;
import colophon.article.ArticleStore;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.grounding.Conflict;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Verdict;
import colophon.review.Copy;
import java.io.PrintWriter;
import java.util.Optional;

/** A draft beside its evidence, as plain text. */
final class DraftText {

  private DraftText() {}

  static void print(Copy copy, OpenNewsroom newsroom, PrintWriter out) {
    ArticleStore articles = newsroom.room(ArticleStore.class);
    out.println(copy.draft().brief().headline().text());
    out.println(state(copy));
    if (copy instanceof Copy.Waiting waiting) {
      waiting.flags().forEach(flag -> out.println("  - " + flag.reason()));
    }
    for (Sentence sentence : copy.draft().brief().sentences()) {
      out.println();
      out.println(
          sentence.role().name().toLowerCase(java.util.Locale.ROOT) + "  " + sentence.text());
      Optional<SentenceFinding> finding =
          copy.report().findings().stream()
              .filter(each -> each.sentenceId().equals(sentence.id()))
              .findFirst();
      finding.ifPresent(each -> out.println("    " + words(each.verdict())));
      for (Citation citation : sentence.citations()) {
        String outlet = outlet(citation.articleId(), articles);
        out.println("    " + outlet + ": " + citation.quote());
      }
    }
    for (Conflict conflict : copy.report().conflicts()) {
      out.println();
      out.println("Sources differ on " + conflict.about());
      for (Conflict.Claim claim : conflict.claims()) {
        String outlet = outlet(claim.articleId(), articles);
        out.println("    " + outlet + ": " + claim.figure() + " (" + claim.quote() + ")");
      }
    }
  }

  private static String outlet(String articleId, ArticleStore articles) {
    return articles
        .find(articleId)
        .map(Article::outlet)
        .orElse(articleId + ", whose text was erased");
  }

  private static String state(Copy copy) {
    return switch (copy) {
      case Copy.Waiting waiting -> "Waits for an editor since " + waiting.since() + ".";
      case Copy.Released released -> "May go out since " + released.approved().decidedAt() + ".";
      case Copy.SentBack back -> "Sent back by " + back.by() + ": " + back.reason();
      case Copy.Spiked spiked -> "Spiked by " + spiked.by() + ": " + spiked.reason();
    };
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoMismatch ignored -> "No mismatch found.";
      case Verdict.Weak weak -> "Weak: " + weak.why();
      case Verdict.Unsupported unsupported -> "Not supported: " + unsupported.why();
    };
  }
}
