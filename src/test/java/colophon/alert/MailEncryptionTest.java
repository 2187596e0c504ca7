package colophon.alert;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.pipeline.AlertRules;
import colophon.pipeline.Newsroom;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail over TLS and after STARTTLS, sent by a process of its own, since whom Java trusts is settled
 * when it starts.
 */
class MailEncryptionTest {

  @TempDir private Path folder;

  @Test
  void mailGoesOutEncryptedAndToNoServerWhoseCertificateIsWrong() throws Exception {
    var authority = new MailAuthority("Authority of the test");
    Instant nextMonth = Instant.now().plus(Duration.ofDays(30));
    SSLContext good = authority.server("localhost", nextMonth);
    SSLContext old = authority.server("localhost", Instant.now().minus(Duration.ofDays(1)));
    SSLContext other = authority.server("elsewhere.example", nextMonth);
    SSLContext unknown = new MailAuthority("Somebody else").server("localhost", nextMonth);
    SSLContext forged = new MailAuthority("Authority of the test").server("localhost", nextMonth);
    try (var tls = new SmtpPeer(SmtpPeer.Line.TLS, good);
        var starttls = new SmtpPeer(SmtpPeer.Line.STARTTLS, good);
        var expired = new SmtpPeer(SmtpPeer.Line.TLS, old);
        var elsewhere = new SmtpPeer(SmtpPeer.Line.STARTTLS, other);
        var stranger = new SmtpPeer(SmtpPeer.Line.TLS, unknown);
        var strangerToo = new SmtpPeer(SmtpPeer.Line.STARTTLS, forged);
        var clear = new SmtpPeer()) {
      List<String> said =
          send(
              authority.trustedIn(folder.resolve("trusted.p12")),
              "tls " + tls.port(),
              "starttls " + starttls.port(),
              "tls " + expired.port(),
              "starttls " + elsewhere.port(),
              "tls " + stranger.port(),
              "starttls " + strangerToo.port(),
              "starttls " + clear.port(),
              "tls " + clear.port());
      assertThat(said.get(0)).isEqualTo("delivered: accepted by localhost");
      assertThat(said.get(1)).isEqualTo("delivered: accepted by localhost");
      assertThat(said.get(2)).contains("the certificate of localhost is not valid today. Renew it");
      assertThat(said.get(3)).contains("the certificate of localhost is made out to another name");
      assertThat(said.get(4))
          .contains("the certificate of localhost is signed by nobody whom this machine's Java");
      assertThat(said.get(5)).contains("signed by nobody whom this machine's Java trusts");
      assertThat(said.get(6)).contains("localhost offers no STARTTLS, and nothing is sent without");
      assertThat(said.get(7)).contains("no encryption came about with localhost");
      assertThat(tls.mails()).singleElement().asString().contains("To: olga@desk.example");
      assertThat(starttls.mails()).singleElement().asString().contains("A run failed.");
      for (SmtpPeer peer : List.of(expired, elsewhere, stranger, strangerToo, clear)) {
        assertThat(peer.mails()).isEmpty();
      }
      assertThat(starttls.heardInTheClear()).last().isEqualTo("STARTTLS");
      for (SmtpPeer peer : List.of(starttls, elsewhere, strangerToo, clear)) {
        assertThat(peer.heardInTheClear()).noneMatch(words -> words.startsWith("MAIL"));
      }
    }
  }

  private List<String> send(Path trusted, String... servers) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djavax.net.ssl.trustStore=" + trusted,
                "-Djavax.net.ssl.trustStorePassword=" + MailAuthority.PASSWORD,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Sender.class.getName()));
    command.addAll(List.of(servers));
    Path output = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("errors.txt").toFile())
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors.txt"))).isZero();
    return Files.readAllLines(output);
  }

  /** Sends one message to each server, given as its encryption and its port; prints what came. */
  static final class Sender {

    private Sender() {}

    public static void main(String[] servers) throws Exception {
      var message =
          new AlertStore.Message(
              1,
              "begun",
              "mail",
              "olga@desk.example",
              "Colophon: run failed",
              "A run failed.",
              Instant.parse("2026-03-02T08:00:00Z"),
              0,
              null,
              "",
              "");
      for (String server : servers) {
        String[] parts = server.split(" ");
        Sent sent = new MailSender(Map.of()).send(rules(parts[0], parts[1]), message);
        System.out.println((sent.delivered() ? "delivered" : "failed") + ": " + sent.answer());
      }
    }

    private static AlertRules.Mail rules(String security, String port) throws Exception {
      String house =
          Files.readString(Path.of("pipeline", "newsroom.yaml"))
              + """

              alerts:
                mail:
                  server: localhost
                  port: %s
                  security: %s
                  from: colophon@desk.example
                  to: [olga@desk.example]
                  allow: ["localhost:%s"]
              """
                  .formatted(port, security, port);
      return Newsroom.read("newsroom.yaml", house.getBytes(StandardCharsets.UTF_8))
          .alerts()
          .mail()
          .orElseThrow();
    }
  }
}
