package colophon.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import colophon.cli.SampleDesk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** The desk as a web server with a certificate, in front of it, asks on behalf of people. */
class DeskBehindProxyTest {

  private static final String HOST = "desk.example.org";
  private static final String VARIABLE = "PATH";

  @TempDir static Path folder;
  private static OidcPeer peer;
  private static SampleDesk desk;

  @BeforeAll
  static void open() throws Exception {
    peer = new OidcPeer(URLEncoder.encode(System.getenv(VARIABLE), UTF_8));
    Path pipelines = folder.resolve("pipeline");
    FileSystemUtils.copyRecursively(Path.of("pipeline"), pipelines);
    Path settings = pipelines.resolve("newsroom.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            + """
            desk: https://Desk.Example.org/
            signOn:
              issuer: %s
              clientId: desk
              secretVariable: %s
              rolesClaim: groups
              roles: {desk-editors: editor}
            """
                .formatted(peer.issuer(), VARIABLE));
    desk = SampleDesk.empty(folder.resolve("newsroom"), pipelines);
  }

  @AfterAll
  static void close() {
    desk.close();
    peer.close();
  }

  @Test
  void aSessionBegunThereIsForEncryptedConnectionsAlone() throws IOException {
    String password = desk.account("edda", "Edda Sample", Role.EDITOR);
    String door = forwarded("GET", "/sign-in", "192.0.2.7", "");
    assertThat(door)
        .startsWith("HTTP/1.1 200")
        .contains("Strict-Transport-Security: max-age=31536000");
    String in = signIn("edda", password, "192.0.2.7");
    assertThat(in).startsWith("HTTP/1.1 303");
    assertThat(found(in, "Set-Cookie: (colophon-session=[^\r]+)"))
        .contains("; Secure", "; HttpOnly", "; SameSite=Strict");
  }

  @Test
  void theProviderLeadsBackToTheAddressThatPeopleKnow() throws IOException {
    String begun = forwarded("GET", "/sign-in/oidc", "192.0.2.7", "");
    assertThat(begun)
        .contains(
            "redirect_uri=" + URLEncoder.encode("https://" + HOST + "/sign-in/oidc/back", UTF_8));
    assertThat(found(begun, "Set-Cookie: ([^\r]+)")).contains("; Secure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/health/live",
        "/health/ready",
        "/status",
        "/api/status",
        "/api/runs/r-1"
      })
  void whatIsForTheMachineIsNotToldOutside(String path) throws IOException {
    assertThat(forwarded("GET", path, "192.0.2.7", ""))
        .startsWith("HTTP/1.1 404")
        .contains("on the newsroom's own machine only");
    assertThat(asked("GET", path, List.of("Host: 127.0.0.1"), ""))
        .doesNotContain("own machine only");
  }

  @Test
  void anotherNameIsNobodyHere() throws IOException {
    assertThat(asked("GET", "/sign-in", List.of("Host: rebound.example"), ""))
        .startsWith("HTTP/1.1 421")
        .contains(HOST);
  }

  @Test
  void whoGuessesIsToldApartFromEverybodyElseBehindTheSameServer() throws IOException {
    String password = desk.account("eddi", "Eddi Sample", Role.EDITOR);
    String last = "";
    for (int i = 0; i < 10 && !last.contains("Too many attempts"); i++) {
      // What the guesser claims to be is not believed: the server in front wrote the last one.
      last = signIn("nobody" + i, "wrong", "198.51.100." + i + ", 192.0.2.66");
    }
    assertThat(last).contains("Too many attempts");
    assertThat(signIn("eddi", password, "192.0.2.8")).startsWith("HTTP/1.1 303");
  }

  private static String signIn(String login, String password, String from) throws IOException {
    String door = forwarded("GET", "/sign-in", from, "");
    String form =
        "_csrf="
            + URLEncoder.encode(found(door, "name=\"_csrf\" value=\"([^\"]+)\""), UTF_8)
            + "&login="
            + login
            + "&password="
            + URLEncoder.encode(password, UTF_8);
    return forwarded(
        "POST", "/sign-in", from, form, "Cookie: " + found(door, "Set-Cookie: ([^;]+)"));
  }

  private static String found(String answer, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(answer);
    assertThat(matcher.find()).as(answer).isTrue();
    return matcher.group(1);
  }

  /** A request as a web server passes it on. */
  private static String forwarded(
      String method, String path, String from, String form, String... more) throws IOException {
    var headers = new java.util.ArrayList<>(List.of(more));
    headers.add("Host: " + HOST);
    headers.add("X-Forwarded-For: " + from);
    headers.add("X-Forwarded-Proto: https");
    return asked(method, path, headers, form);
  }

  private static String asked(String method, String path, List<String> headers, String form)
      throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), desk.served().port())) {
      String request =
          method
              + " "
              + path
              + " HTTP/1.1\r\n"
              + String.join("\r\n", headers)
              + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
              + "Content-Length: "
              + form.length()
              + "\r\n\r\n"
              + form;
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
