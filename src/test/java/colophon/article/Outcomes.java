package colophon.article;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.text.NormalText;
import java.util.List;

/** What tests ask of an extraction, whatever was in the document. */
final class Outcomes {

  private Outcomes() {}

  /** The article; fails with the reason where there is none. */
  static Article article(Extraction extraction) {
    assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
    Article article = ((Extraction.Extracted) extraction).article();
    holdsTogether(article);
    return article;
  }

  /** The reason why there is no article; fails where there is one. */
  static String reason(Extraction extraction) {
    String reason =
        switch (extraction) {
          case Extraction.Extracted(Article article) ->
              throw new AssertionError("expected a reason, found " + article.text());
          case Extraction.Empty(String why) -> why;
          case Extraction.Unreadable(String why) -> why;
        };
    isOneSentence(reason);
    return reason;
  }

  static List<String> passages(Article article) {
    return article.passages().stream().map(article::textOf).toList();
  }

  /** Every span cuts exactly its passage, in order, with nothing but separators between. */
  static void holdsTogether(Article article) {
    String text = article.text();
    assertThat(NormalText.of(text)).isEqualTo(text);
    assertThat(text.codePoints().noneMatch(c -> NormalText.isBidiControl(c) || NormalText.isTag(c)))
        .isTrue();
    int end = 0;
    int number = 0;
    for (Passage passage : article.passages()) {
      assertThat(passage.number()).isEqualTo(++number);
      assertThat(passage.span().start()).isEqualTo(number == 1 ? 0 : end + 2);
      String cut = article.textOf(passage);
      assertThat(cut).isNotBlank().isEqualTo(cut.strip()).doesNotContain("\n");
      end = passage.span().end();
    }
    assertThat(end).isEqualTo(text.codePointCount(0, text.length()));
    assertThat(String.join("\n\n", passages(article))).isEqualTo(text);
    assertThat(NormalText.of(article.title())).isEqualTo(article.title());
    article.hidden().forEach(hidden -> assertThat(hidden.text()).hasSizeLessThan(900));
  }

  private static void isOneSentence(String reason) {
    assertThat(reason)
        .matches("(?s)\\p{Lu}.{15,400}\\.")
        .doesNotContain("\n", "Exception", Extractor.FAULT);
    assertThat(reason.replaceAll("“[^”]*”", "").split("\\. ")).hasSize(1);
  }
}
