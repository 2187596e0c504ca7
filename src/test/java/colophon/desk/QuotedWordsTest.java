package colophon.desk;

import static colophon.grounding.Stories.article;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Citation;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedWordsTest {

  private static final Article HERALD =
      article(
          "herald",
          "The river 🌊 rose by two metres. The town slept.",
          "Schools closed. The town slept.");

  @Test
  void wordsThatStandOnceAreFoundToTheCodePoint() {
    Citation citation = words("🌊 rose by");
    assertThat(citation.quote()).isEqualTo("🌊 rose by");
    assertThat(citation.passage()).isEqualTo(1);
    assertThat(citation.span().length()).isEqualTo(9);
    assertThat(citation.span().start() - HERALD.passage(1).span().start()).isEqualTo(10);
    assertThat(words(" rose \n by  two ").quote()).isEqualTo("rose by two");
  }

  @Test
  void wordsThatDoNotStandThereAreRefusedWithWhatToDo() {
    assertThat(refusal("rose by three metres", "")).contains("do not stand").contains("Copy");
    assertThat(refusal("The River", "")).contains("do not stand");
    assertThat(refusal(" \n", "")).contains("Select words");
    assertThat(refusal("metres. The town slept. Schools", "")).contains("one passage");
    assertThat(refusal("x".repeat(2_001), "")).contains("2000");
    assertThat(refusal("The town slept.", "")).contains("passage 1 and 2").contains("more");
  }

  @Test
  void whatWasSelectedIsTakenFromWhereItWasSelected() {
    Citation citation = found("The town slept.", "2:16:31");
    assertThat(citation.passage()).isEqualTo(2);
    assertThat(citation.quote()).isEqualTo("The town slept.");
    assertThat(found("Schools closed.", "2:0:16").quote()).isEqualTo("Schools closed.");
    // A place that is none, or holds other words, is not believed.
    for (String at : List.of("9:0:1", "2:0:99", "2:5:2", "2:0:3", "x", "2:0:15:3", "-1:0:3")) {
      assertThat(found("Schools closed.", at).quote()).as(at).isEqualTo("Schools closed.");
    }
    assertThat(refusal("The town slept.", "1:0:3")).contains("more than once");
  }

  private static Citation words(String quote) {
    return found(quote, "");
  }

  private static Citation found(String quote, String at) {
    return ((QuotedWords.Found.Words) QuotedWords.in(HERALD, quote, at)).citation();
  }

  private static String refusal(String quote, String at) {
    return ((QuotedWords.Found.Refused) QuotedWords.in(HERALD, quote, at)).reason();
  }
}
