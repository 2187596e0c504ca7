package colophon.publication;

import static colophon.publication.PublicationDesk.FERRY;
import static colophon.publication.PublicationDesk.HARBOUR;
import static colophon.publication.PublicationDesk.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.attest.LogRefusedException;
import colophon.edition.PublishableBriefs;
import colophon.tlog.Checkpoint;
import colophon.verify.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release does with the checkpoint that is kept outside of the database. */
class CheckpointsTest {

  @TempDir Path folder;
  private PublicationDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new PublicationDesk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everyReleaseKeepsTheCheckpointThatItShows() throws Exception {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    assertThat(Files.readString(desk.kept.file())).isEqualTo(desk.text("log/checkpoint"));
    desk.publisher().publish(order(FERRY, "d-2", "Ferry: Back at the Harbour"));
    assertThat(Files.readString(desk.kept.file())).isEqualTo(desk.text("log/checkpoint"));
    assertThat(desk.kept.compare(desk.log)).map(Checkpoint::size).hasValue(2L);
  }

  @Test
  void aCrashBetweenSigningAndKeepingIsHarmless() throws Exception {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    StepWatcher crash =
        (step, briefId, version) -> {
          if (step == Step.CHECKPOINTED) {
            throw new IllegalStateException("crashed");
          }
        };
    var ferry = order(FERRY, "d-2", "Ferry: Back at the Harbour");
    assertThatThrownBy(() -> desk.publisher(crash).publish(ferry)).hasMessage("crashed");
    assertThat(desk.kept.compare(desk.log)).map(Checkpoint::size).hasValue(1L);
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertThat(desk.kept.compare(desk.log)).map(Checkpoint::size).hasValue(2L);
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void aDatabaseThatIsPutBackUnderAProcessThatServesIsSignedNoFurther() throws Exception {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    desk.publisher().publish(order(FERRY, "d-2", "Ferry: Back at the Harbour"));
    String shown = desk.text("log/checkpoint");
    desk.database
        .jdbc()
        .sql(
            """
            truncate release, outbox;
            delete from signed_status where brief_id = :ferry;
            delete from artefact where brief_id = :ferry;
            delete from credential where brief_id = :ferry;
            delete from attestation where brief_id = :ferry;
            delete from planned_version where brief_id = :ferry;
            delete from log_checkpoint where size = 2;
            delete from log_entry where index = 1;
            delete from log_node where level = 1 or index = 1;
            update log_head set size = 1;
            """)
        .param("ferry", FERRY)
        .update();
    var delayed =
        (Publication.Delayed)
            desk.publisher().publish(order("b-00000000000000cc", "d-3", "Pier: Painted"));
    assertThat(delayed.reason()).contains("does not begin with the 2 entries");
    assertThat(desk.count("select count(*) from log_checkpoint where size > 1")).isZero();
    assertThat(desk.text("log/checkpoint")).isEqualTo(shown);
  }

  @Test
  void aNewEpochGoesOnInALogOfItsOwnAndWhatTheFirstOneProvesStays() throws Exception {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    desk.publisher().publish(order(FERRY, "d-2", "Ferry: Back at the Harbour"));
    var before = PublicationDesk.files(desk.site);
    desk.beginEpoch();
    assertThat(desk.kept.compare(desk.log)).map(Checkpoint::size).hasValue(2L);
    desk.publisher().publish(order(HARBOUR, "d-3", "Harbour: Open Until Friday"));
    var after = PublicationDesk.files(desk.site);
    before.forEach((place, text) -> {
      if (place.startsWith("log/") || place.endsWith("record.tlog-proof")) {
        assertThat(after).as(place).containsEntry(place, text);
      }
    });
    assertThat(after.get("log-2/checkpoint")).startsWith("harbour-desk.example/log-2\n1\n");
    assertThat(Files.readString(desk.kept.file())).startsWith("harbour-desk.example/log-2\n1\n");
    assertThat(desk.verified().outcome()).as(desk.verified().text()).isEqualTo(Outcome.TRUSTED);
    assertThat(desk.verified().versions()).isEqualTo(3);
    desk.publisher(folder.resolve("elsewhere")).rebuild(PublishableBriefs.imprint());
    assertThat(PublicationDesk.files(folder.resolve("elsewhere"))).isEqualTo(after);
    assertThatThrownBy(() -> desk.beginEpoch())
        .isInstanceOf(LogRefusedException.class)
        .hasMessageContaining("has this name or this key already");
  }

  @Test
  void whatCannotBeKeptOutsideIsNotReleased() throws Exception {
    Files.createDirectories(desk.kept.file().resolve("in the way"));
    var order = order(HARBOUR, "d-1", "Harbour: Open to Boats");
    assertThat(((Publication.Delayed) desk.publisher().publish(order)).reason())
        .contains("cannot be read");
    Files.delete(desk.kept.file().resolve("in the way"));
    Files.delete(desk.kept.file());
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
  }
}
