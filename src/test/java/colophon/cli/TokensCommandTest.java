package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensCommandTest {

  @TempDir private Path home;

  @Test
  void aTokenIsMadeListedAndRevoked() {
    assertThat(run("users", "add", "kim", "--name", "Kim", "--role", "editor").code()).isZero();
    assertThat(run("tokens", "list").out()).contains("There are no tokens");
    Console unknown = run("tokens", "add", "kim", "--name", "bot", "--scope", "queue:eat");
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unknown.text()).contains("There is no scope \"queue:eat\"", "queue:read");
    Console made =
        run("tokens", "add", "kim", "--name", "bot", "--scope", "queue:read", "--days", "7");
    assertThat(made.out()).containsPattern("shown this once: colophon_[A-Za-z0-9_-]{43}");
    assertThat(run("tokens", "list").out())
        .contains("kim  bot  queue:read  valid")
        .contains("never used")
        .doesNotContainPattern("colophon_[A-Za-z0-9_-]{43}");
    assertThat(run("tokens", "revoke", "1").out()).contains("opens nothing now");
    assertThat(run("tokens", "list", "--json").out()).contains("\"state\":\"revoked\"");
    assertThat(run("tokens", "revoke", "1").code()).isEqualTo(ExitCode.NOT_ALL_DONE);
  }

  private Console run(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = home.toString();
    return Console.run(all);
  }
}
