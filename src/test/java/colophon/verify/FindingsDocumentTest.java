package colophon.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/findings.md} and the enum say the same. */
class FindingsDocumentTest {

  @Test
  void everyCodeIsDocumentedOnceUnderWhatItMeans() throws Exception {
    Map<String, String> documented = new LinkedHashMap<>();
    String section = "";
    for (String line : Files.readAllLines(Path.of("docs/findings.md"))) {
      if (line.startsWith("## ")) {
        section = line.substring(3).toLowerCase(Locale.ROOT);
      } else if (line.startsWith("| `")) {
        String code = line.substring(3, line.indexOf('`', 3));
        assertThat(documented.put(code, section)).as(code).isNull();
      }
    }
    Map<String, String> known = new LinkedHashMap<>();
    for (Code code : Code.values()) {
      known.put(code.text(), code.severity().name().toLowerCase(Locale.ROOT));
    }
    assertThat(documented).isEqualTo(known);
  }

  @Test
  void codesAreWordsOfAThingAndItsState() {
    for (Code code : Code.values()) {
      assertThat(code.text()).matches("[a-z]+\\.[a-z]+(-[a-z]+)*");
      assertThat(code.text().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT))
          .isEqualTo(code.name());
    }
  }
}
