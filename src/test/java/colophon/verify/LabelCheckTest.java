package colophon.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.txt | It's \"AI\" & made\\nText | PRESENT",
        "a.txt | Text\\nIt's \"AI\" & made | MISSING",
        "a.md | **It's \"AI\" & made** | PRESENT",
        "a.html | <main><p>It&#39;s &quot;AI&quot; &amp; made</p></main> | PRESENT",
        "a.html | <head><title>It's \"AI\" & made</title></head><body>Text</body> | MISSING",
        "a.html | It's \"AI\" & made | MISSING",
        "a.xml | <s>&lt;b&gt;It&amp;#39;s &amp;quot;AI&amp;quot; &amp;amp; made&lt;/b&gt;</s> |"
            + " PRESENT",
        "a.json | {\"x\":[{\"y\":\"It's \\\"AI\\\" & made.\"}]} | PRESENT",
        "a.json | {\"x\":\"<p>It&#39;s &quot;AI&quot; &amp; made</p>\"} | PRESENT",
        "a.json | {\"It's \\\"AI\\\" & made\":1} | MISSING",
        "a.json | It's \"AI\" & made | MISSING",
        "a.pdf | It's \"AI\" & made | NOT_CHECKED"
      })
  void theLabelIsLookedForWhereItBelongs(String name, String text, LabelCheck.Answer answer) {
    byte[] bytes = text.replace("\\n", "\n").getBytes(UTF_8);
    assertThat(LabelCheck.check(name, bytes, "It's \"AI\" & made")).isEqualTo(answer);
  }
}
