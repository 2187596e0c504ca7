package colophon.excerpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is read out of a pasted text. */
class ExcerptTest {

  @Test
  void markdownLosesItsMarkup() throws Exception {
    assertThat(
            Excerpt.read(
                    """
                    # Merrow Reef: A Breathing Space \\[1\\]

                    > The **harbour authority** closed the *inner reef* to anchoring. [1][2]
                    > Boats tie up at [fixed moorings](https://example.org/a), said snake\\_case.

                    - 5 * 3 is not emphasis, nor is 7 * 2.
                    """)
                .sentences())
        .containsExactly(
            "Merrow Reef: A Breathing Space",
            "The harbour authority closed the inner reef to anchoring.",
            "Boats tie up at fixed moorings, said snake_case.",
            "5 * 3 is not emphasis, nor is 7 * 2.");
  }

  @Test
  void htmlLosesItsMarkupItsScriptsAndTheMarksOfSources() throws Exception {
    assertThat(
            Excerpt.read(
                    "<style>p{}</style><h1>The reef&nbsp;recovers</h1><p><span>It covers"
                        + " 10<sup>2</sup> plots.</span><sup class=\"marks\"><button>1</button></sup>"
                        + " <span>Fenn &amp; Kerrow agree.</span> <sup><a"
                        + " href=\"#\">[2]</a></sup><script>alert(1)</script></p>")
                .sentences())
        .containsExactly("The reef recovers", "It covers 10^2 plots.", "Fenn & Kerrow agree.");
  }

  @Test
  void whatIsStruckOutIsNotSaid() throws Exception {
    assertThat(Excerpt.read("<p>It did <del>not</del> show.</p>").sentences())
        .containsExactly("It did show.");
    assertThat(Excerpt.read("It did ~~not~~ show.").sentences()).containsExactly("It did show.");
  }

  @Test
  void lessThanIsNoMarkup() throws Exception {
    assertThat(Excerpt.read("If a < b and c > d, the rate falls.").sentences())
        .containsExactly("If a < b and c > d, the rate falls.");
  }

  @Test
  void whatHoldsNoWordOrTooManyIsRefusedWithASentence() {
    assertThatThrownBy(() -> Excerpt.read(" … — \n"))
        .isInstanceOf(ExcerptRefusedException.class)
        .hasMessageContaining("holds no word");
    assertThatThrownBy(() -> Excerpt.read("word ".repeat(5_000)))
        .isInstanceOf(ExcerptRefusedException.class)
        .hasMessageContaining("24999 characters")
        .hasMessageContaining("at most 20000");
    assertThatThrownBy(() -> Excerpt.read("<p>".repeat(200_000)))
        .isInstanceOf(ExcerptRefusedException.class)
        .hasMessageContaining("with its markup");
    assertThatThrownBy(() -> Excerpt.read("Yes.\n\n".repeat(500)))
        .isInstanceOf(ExcerptRefusedException.class)
        .hasMessageContaining("at most 400");
  }

  @Test
  void textWithoutAStopIsCutIntoParts() throws Exception {
    assertThat(Excerpt.read("word ".repeat(900)).sentences()).hasSize(3);
  }
}
