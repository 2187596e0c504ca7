package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierCallTest {

  @Test
  void theUsualFormIsRead() {
    assertThat(read("site")).contains(new VerifierCall(List.of(Path.of("site")), null, false));
    assertThat(read("a.html --trust keys --json b.html"))
        .contains(
            new VerifierCall(List.of(Path.of("a.html"), Path.of("b.html")), Path.of("keys"), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--help",
        "--json",
        "--trust keys",
        "site --trust",
        "site --trust --json",
        "site --trust=keys",
        "site --trust keys --trust keys",
        "site --json --json",
        "site --debug",
        "site -x",
        "-- site",
        "@arguments"
      })
  void whateverElseIsAskedForIsTheLibrarys(String line) {
    assertThat(read(line)).isEmpty();
  }

  private static java.util.Optional<VerifierCall> read(String line) {
    return VerifierCall.usual(line.split(" "));
  }
}
