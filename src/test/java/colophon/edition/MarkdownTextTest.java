package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Plain words, $5 and 10% (so far). | Plain words, \\$5 and 10% (so far).
          [a](javascript:x)                 | \\[a\\](javascript:x)
          <b>&amp;                          | &lt;b&gt;&amp;amp;
          # not a heading                   | \\# not a heading
          - not a list                      | \\- not a list
          well-known                        | well-known
          12. not a list                    | 12\\. not a list
          in 12. place                      | in 12. place
          a*b_c                             | a\\*b\\_c
          """)
  void escapesWhatWouldBeMarkup(String text, String expected) {
    assertThat(MarkdownText.escape(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"https://a.example/x(y),[t](https://a.example/x%28y%29)"})
  void aLinksTargetCannotEndIt(String address, String expected) {
    assertThat(MarkdownText.link("t", address)).isEqualTo(expected);
  }
}
