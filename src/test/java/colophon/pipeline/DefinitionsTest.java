package colophon.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.tlog.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {

  private static final Path PROMPTS = Path.of("prompts");

  @TempDir private Path folder;

  @BeforeEach
  void copyTheHouse() throws IOException {
    Files.copy(Path.of("pipeline", "newsroom.yaml"), folder.resolve("newsroom.yaml"));
    Files.createDirectory(folder.resolve("labels"));
    Files.copy(Path.of("pipeline", "labels", "eu.yaml"), folder.resolve("labels/eu.yaml"));
  }

  @Test
  void readsOfWhatOperatorsAreToldAndRefusesWhatItDoesNotKnow() throws Exception {
    String house = Files.readString(Path.of("pipeline", "newsroom.yaml"));
    String alerts =
        """

        alerts:
          noBriefFor: PT24H
          sourceFailsInARow: 3
          webhooks:
            - address: https://hooks.example/colophon
              secretVariable: ALERT_SECRET
          mail:
            server: mail.example
            from: colophon@wire.example
            to: [desk@wire.example]
        """;
    AlertRules rules = Newsroom.read("newsroom.yaml", (house + alerts).getBytes(UTF_8)).alerts();
    assertThat(rules.runFailed()).isTrue();
    assertThat(rules.noBriefFor()).isEqualTo(Duration.ofHours(24));
    assertThat(rules.mail().orElseThrow().port()).isEqualTo(587);
    assertThat(rules.webhooks().getFirst().allow()).isEmpty();
    assertThat(Newsroom.read("newsroom.yaml", house.getBytes(UTF_8)).alerts().silent()).isTrue();
    String wrong =
        house
            + alerts
                .replace("noBriefFor: PT24H", "noBriefFro: PT24H")
                .replace("mail.example", "mail.example\n    security: none\n    pasword: x");
    assertThatThrownBy(() -> Newsroom.read("newsroom.yaml", wrong.getBytes(UTF_8)))
        .hasMessageContaining("\"noBriefFro\" is not known here. Did you mean \"noBriefFor\"?")
        .hasMessageContaining("\"pasword\" is not known here.");
    String twice =
        house
            + alerts.replace(
                "  mail:",
                "    - address: https://hooks.example/colophon?token=x\n"
                    + "      secretVariable: OTHER_SECRET\n  mail:");
    assertThatThrownBy(() -> Newsroom.read("newsroom.yaml", twice.getBytes(UTF_8)))
        .hasMessageContaining("this address stands here twice");
    String clear =
        house
            + alerts.replace(
                "server: mail.example",
                "server: mail.example\n    security: none\n    userVariable: MAIL_USER\n"
                    + "    passwordVariable: MAIL_PASSWORD");
    assertThatThrownBy(() -> Newsroom.read("newsroom.yaml", clear.getBytes(UTF_8)))
        .hasMessageContaining("\"none\" would send the password in the clear");
  }

  @Test
  void saysThatACopiedFileStillHasTheOtherPipelinesName() throws IOException {
    write("day.yaml", "day", "echo", "https://echo.example/feed", "");
    write("night.yaml", "day", "echo", "https://echo.example/feed", "");

    assertThatThrownBy(this::read)
        .hasMessageContaining(
            "night.yaml:1:1: the pipeline \"day\" must stand in day.yaml; rename");
  }

  @Test
  void refusesOneSourceIdForTwoAddresses() throws Exception {
    write("day.yaml", "day", "echo", "https://echo.example/feed", "");
    write("night.yaml", "night", "echo", "https://other.example/feed", "");

    assertThatThrownBy(this::read)
        .hasMessageContaining(
            "night.yaml:5:6: the source \"echo\" of the pipeline \"day\" reads another");

    write("night.yaml", "night", "echo", "https://echo.example/feed", "");
    assertThat(read().pipelines()).containsOnlyKeys("day", "night");
  }

  @Test
  void showsWhereAMissingPromptAndLabelAreNamed() throws IOException {
    write("day.yaml", "day", "echo", "https://echo.example/feed", "prompt: nope\nlabel: nix\n");

    assertThatThrownBy(this::read)
        .hasMessageContaining("day.yaml:6:1: the prompt \"nope\" has no file in prompts")
        .hasMessageContaining("day.yaml:7:1: the label profile \"nix\" has no file in");
  }

  @Test
  void refusesANewsroomThatNobodyCouldReach() throws IOException {
    Files.writeString(
        folder.resolve("newsroom.yaml"),
        """
        publisher: The Example Wire
        responsibleEditor: The night desk
        contact: "mailto:Night Desk <desk@wire.example>"
        site: "https://wire example"
        """);
    assertThatThrownBy(this::read)
        .hasMessageContaining("newsroom.yaml:3:1: \"mailto:Night Desk")
        .hasMessageContaining("newsroom.yaml:4:1: \"https://wire example\" is no address");
  }

  @Test
  void theDeskIsReachedFromElsewhereWithEncryptionAlone() throws Exception {
    String newsroom = Files.readString(folder.resolve("newsroom.yaml")).strip();
    assertThat(read().newsroom().desk()).isNull();
    Files.writeString(
        folder.resolve("newsroom.yaml"), newsroom + "\ndesk: https://Desk.Example/\n");
    assertThat(read().newsroom().desk()).hasToString("https://desk.example");
    Files.writeString(folder.resolve("newsroom.yaml"), newsroom + "\ndesk: http://desk.example\n");
    assertThatThrownBy(this::read)
        .hasMessageContaining("newsroom.yaml:")
        .hasMessageContaining("desk");
  }

  @Test
  void readsWhoCosignsTheLogAndSaysWhatIsWrongWithThem() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String witness = NoteKey.ofWitness("witness.example/w1", pair.getPublic()).format();
    String log = NoteKey.ofLog("wire.example/log", pair.getPublic()).format();
    String newsroom = Files.readString(folder.resolve("newsroom.yaml")).strip();
    int lines = (int) newsroom.lines().count();
    Files.writeString(
        folder.resolve("newsroom.yaml"),
        newsroom
            + "\nwitnesses:\n  - address: http://127.0.0.1:8081\n    local: true\n    key: "
            + witness
            + "\n");
    assertThat(read().newsroom().witnesses())
        .singleElement()
        .satisfies(each -> assertThat(each.name()).isEqualTo("witness.example/w1"))
        .satisfies(each -> assertThat(each.local()).isTrue());
    Files.writeString(
        folder.resolve("newsroom.yaml"),
        newsroom
            + "\nwitnesses:\n"
            + "  - {address: \"https://a.example\", key: \""
            + witness
            + "\"}\n  - {address: \"https://b.example\", key: \""
            + witness
            + "\"}\n  - {address: \"https://c.example\", key: \""
            + log
            + "\"}\n  - {address: \"https://d.example\", key: \"w+00000000+AAAA\"}\n");
    assertThatThrownBy(this::read)
        .hasMessageContaining("newsroom.yaml:" + (lines + 3) + ":")
        .hasMessageContaining("the witness witness.example/w1 stands here twice")
        .hasMessageContaining("this is a log's key")
        .hasMessageContaining("this is no witness's key");
  }

  private Definitions read() throws DefinitionException {
    return Definitions.read(folder, PROMPTS);
  }

  private void write(String file, String name, String id, String location, String more)
      throws IOException {
    Files.writeString(
        folder.resolve(file),
        """
        name: %s
        title: A wire
        timeZone: Europe/Berlin
        sources:
          - {id: %s, outlet: Echo, kind: feed, location: "%s"}
        %s\
        """
            .formatted(name, id, location, more));
  }
}
