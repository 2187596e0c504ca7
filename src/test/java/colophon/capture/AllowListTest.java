package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowListTest {

  private static final Path BASE = Path.of("/srv/newsroom");

  @Test
  void opensAHostOnTheWebsOwnPorts() {
    AllowList allow = AllowList.of(List.of("Intranet.Example"), BASE);

    assertThat(allow.opens("intranet.example", 443)).isTrue();
    assertThat(allow.opens("INTRANET.example", 80)).isTrue();
    assertThat(allow.opens("intranet.example", 8080)).isFalse();
    assertThat(allow.opens("sub.intranet.example", 80)).isFalse();
  }

  @Test
  void opensOnePortOfAHost() {
    AllowList allow = AllowList.of(List.of("localhost:8080", "[::1]:9000"), BASE);

    assertThat(allow.opens("localhost", 8080)).isTrue();
    assertThat(allow.opens("localhost", 80)).isFalse();
    assertThat(allow.opens("[::1]", 9000)).isTrue();
  }

  @Test
  void readsRelativeAndAbsolutePaths() {
    assertThat(AllowList.of(List.of("file:samples/sources"), BASE).roots())
        .containsExactly(Path.of("/srv/newsroom/samples/sources"));
    assertThat(AllowList.of(List.of("file:/a/b", "file:///c/d%20e", "file:/x/../y"), BASE).roots())
        .containsExactly(Path.of("/a/b"), Path.of("/c/d e"), Path.of("/y"));
    assertThat(AllowList.of(List.of("file:my sources"), BASE).roots())
        .containsExactly(Path.of("/srv/newsroom/my sources"));
  }

  @Test
  void saysWhichEntryItDoesNotUnderstand() {
    for (String entry : List.of("http://localhost/", "host:99999", "a b", "", "*", "host:")) {
      assertThat(AllowList.complaint(entry)).as(entry).isPresent();
    }
    assertThatThrownBy(() -> AllowList.of(List.of("http://localhost/"), BASE))
        .hasMessage(
            "The allow entry \"http://localhost/\" is not understood; write one HOST, HOST:PORT or"
                + " file:PATH, without wildcards or networks.");
  }
}
