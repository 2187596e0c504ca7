package colophon.publication;

import static colophon.publication.PublicationDesk.FERRY;
import static colophon.publication.PublicationDesk.HARBOUR;
import static colophon.publication.PublicationDesk.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.edition.PublishableBriefs;
import colophon.edition.VersionPlan;
import colophon.verify.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublisherTest {

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
  void aDraftPublishedTwiceIsOneVersionAndOneLogEntry() throws Exception {
    var order = order(HARBOUR, "d-1", "Harbour: Open to Boats");
    assertThat(desk.publisher().publish(order)).isInstanceOf(Publication.Released.class);
    var site = PublicationDesk.files(desk.site);
    assertThat(desk.publisher().publish(order)).isInstanceOf(Publication.Released.class);
    assertThat(desk.store.released(HARBOUR)).hasSize(1);
    assertThat(desk.log.size()).isEqualTo(1);
    assertThat(PublicationDesk.files(desk.site)).isEqualTo(site);
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void anEditionThatThePressRefusesKeepsNothingOnSiteOrInTheLog() throws Exception {
    var unfounded = PublishableBriefs.unfounded("d-1");
    var refused =
        (Publication.Refused)
            desk.publisher().publish(order(HARBOUR, unfounded, VersionPlan.Kind.UPDATE));
    assertThat(refused.reasons()).isNotEmpty();
    assertThat(PublicationDesk.files(desk.site)).isEmpty();
    assertThat(desk.log.size()).isZero();
    assertThat(desk.store.current()).isEmpty();
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
  }

  @Test
  void aFindingOfTheVerifierStopsTheReleaseForGood() throws Exception {
    var order = order(HARBOUR, "d-1", "Harbour: Open to Boats");
    ReleaseCheck strict = files -> List.of("record.json: the record is not as it should be.");
    assertThat(desk.publisher(strict).publish(order))
        .isEqualTo(
            new Publication.Refused(List.of("record.json: the record is not as it should be.")));
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertThat(PublicationDesk.files(desk.site)).isEmpty();
  }

  @Test
  void whatTheSiteCannotTakeIsDelayedAndGoesOutWithTheNextStart() throws Exception {
    Files.createDirectories(desk.site);
    Path inTheWay = Files.writeString(desk.site.resolve("briefs"), "a file where a folder goes");
    var order = order(HARBOUR, "d-1", "Harbour: Open to Boats");
    var delayed = (Publication.Delayed) desk.publisher().publish(order);
    assertThat(delayed.reason()).contains("goes out with the next start");
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint()))
        .singleElement()
        .asString()
        .contains("goes out with the next start");
    Files.delete(inTheWay);
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertThat(desk.text("index.html")).contains("Harbour: Open to Boats");
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @ParameterizedTest
  @EnumSource
  void whateverStepWasTheLastTheNextStartCompletesIt(Step last) throws Exception {
    StepWatcher crash =
        (step, briefId, version) -> {
          if (step == last) {
            throw new IllegalStateException("crashed after " + step);
          }
        };
    var order = order(HARBOUR, "d-1", "Harbour: Open to Boats");
    assertThatThrownBy(() -> desk.publisher(crash).publish(order)).hasMessageContaining("crashed");
    Publisher next = desk.publisher();
    assertThat(next.resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    boolean unlogged = last == Step.PLANNED || last == Step.SIGNED;
    assertThat(desk.store.begunDrafts()).isEqualTo(unlogged ? List.of("d-1") : List.of());
    assertThat(desk.store.current()).hasSize(unlogged ? 0 : 1);
    assertThat(next.publish(order)).isInstanceOf(Publication.Released.class);
    assertThat(desk.log.size()).isEqualTo(1);
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(desk.verified().versions()).isEqualTo(1);
  }

  @Test
  void aSignedStatusSaysWhatBecameOfEachVersion() throws Exception {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    String slug = desk.store.current().getFirst().slug().value();
    assertThat(desk.status(slug)).contains("\"state\":\"current\",\"version\":1");
    desk.publisher().publish(order(HARBOUR, "d-2", "Harbour: Open Until Friday"));
    var corrected = PublishableBriefs.piece("d-3", "Harbour: Open Until Sunday");
    desk.publisher().publish(order(HARBOUR, corrected, VersionPlan.Kind.CORRECTION));
    assertThat(desk.status(slug))
        .contains("\"state\":\"superseded\",\"version\":1")
        .contains("\"state\":\"corrected\",\"version\":2")
        .contains("\"state\":\"current\",\"version\":3");
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(desk.text("briefs/" + slug + "/index.html")).contains("Open Until Sunday");
    assertThat(desk.text("index.html"))
        .contains("Open Until Sunday")
        .doesNotContain("Open Until Friday");
  }

  @Test
  void theHistoryBesideTheStatusTellsOfEveryVersionThatIsOut() throws Exception {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    desk.publisher(files -> List.of("no")).publish(order(HARBOUR, "d-2", "Harbour: Not Seen"));
    desk.publisher().publish(order(HARBOUR, "d-3", "Harbour: Open Until Friday"));
    String brief = "briefs/" + desk.store.current().getFirst().slug() + "/";
    assertThat(desk.text(brief + "history.prov.json"))
        .contains("version:" + HARBOUR + "-v1", "version:" + HARBOUR + "-v3")
        .doesNotContain("version:" + HARBOUR + "-v2");
    assertThat(desk.text(brief + "index.html")).contains("href=\"history.prov.json\"");
    assertThat(desk.text(brief + "v3/index.html")).contains("href=\"../history.prov.json\"");
    assertThat(desk.verified().findings().stream().map(finding -> finding.code().text()))
        .contains("history.matches");
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void aRecordNamesTheOneBeforeItEvenWhereAVersionBetweenWasRefused() throws Exception {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    var unfounded = PublishableBriefs.unfounded("d-2");
    desk.publisher().publish(order(HARBOUR, unfounded, VersionPlan.Kind.UPDATE));
    desk.publisher(files -> List.of("no")).publish(order(HARBOUR, "d-3", "Harbour: Not Seen"));
    desk.publisher().publish(order(HARBOUR, "d-4", "Harbour: Open Until Friday"));
    String slug = desk.store.current().getFirst().slug().value();
    String first =
        desk.database
            .jdbc()
            .sql("select record_digest from attestation where version = 1")
            .query(String.class)
            .single();
    assertThat(desk.text("briefs/" + slug + "/v3/record.json"))
        .contains("\"previousRecord\":\"" + first + "\"");
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void aBriefWhoseFirstDraftWasRefusedBeginsWithTheNext() throws Exception {
    var unfounded = PublishableBriefs.unfounded("d-1");
    desk.publisher().publish(order(HARBOUR, unfounded, VersionPlan.Kind.UPDATE));
    assertThat(desk.publisher().publish(order(HARBOUR, "d-2", "Harbour: Open to Boats")))
        .isInstanceOf(Publication.Released.class);
    assertThat(desk.store.released(HARBOUR))
        .singleElement()
        .satisfies(plan -> assertThat(plan.version()).isEqualTo(1))
        .satisfies(plan -> assertThat(plan.kind()).isEqualTo(VersionPlan.Kind.ORIGINAL));
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void aVersionWaitsForTheOneBeforeItThatACrashStopped() throws Exception {
    StepWatcher crash =
        (step, briefId, version) -> {
          throw new IllegalStateException("crashed");
        };
    var first = order(HARBOUR, "d-1", "Harbour: Open to Boats");
    var second = order(HARBOUR, "d-2", "Harbour: Open Until Friday");
    assertThatThrownBy(() -> desk.publisher(crash).publish(first)).hasMessage("crashed");
    assertThat(desk.publisher().publish(second)).isInstanceOf(Publication.Delayed.class);
    assertThat(desk.store.begunDrafts()).containsExactly("d-1", "d-2");
    desk.publisher().publish(first);
    assertThat(desk.publisher().publish(second)).isInstanceOf(Publication.Released.class);
    assertThat(desk.store.begunDrafts()).isEmpty();
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void publishersAtOnceNeverGiveTwoVersionsOneNumber() throws Exception {
    var all = new ArrayList<Callable<Publication>>();
    for (int i = 0; i < 6; i++) {
      String draft = "d-" + i;
      all.add(() -> desk.publisher().publish(order(HARBOUR, draft, "Harbour: Open, " + draft)));
    }
    var same = order(FERRY, "d-same", "Ferry: On Time");
    for (int i = 0; i < 4; i++) {
      all.add(() -> desk.publisher().publish(same));
    }
    try (var threads = Executors.newFixedThreadPool(5)) {
      for (var outcome : threads.invokeAll(all)) {
        assertThat(outcome.get())
            .isInstanceOfAny(Publication.Released.class, Publication.Delayed.class);
      }
    }
    for (String draft : desk.store.begunDrafts()) {
      assertThat(desk.publisher().publish(order(HARBOUR, draft, "Harbour: Open, " + draft)))
          .isInstanceOf(Publication.Released.class);
    }
    assertThat(desk.store.released(HARBOUR).stream().map(VersionPlan::version).toList())
        .isEqualTo(IntStream.rangeClosed(1, 6).boxed().toList());
    assertThat(desk.store.released(FERRY)).hasSize(1);
    assertThat(desk.log.size()).isEqualTo(7);
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(desk.verified().versions()).isEqualTo(7);
  }

  @Test
  void twoBriefsOfOneHeadlineStandAtTwoPlaces() {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    desk.publisher().publish(order(FERRY, "d-2", "Harbour: Open to Boats"));
    assertThat(desk.store.current().stream().map(VersionPlan::slug).distinct()).hasSize(2);
  }

  @Test
  void anotherBriefsPageShowsItsWordsAsTheyAreNow() throws Exception {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    desk.publisher().publish(order(FERRY, "d-2", "Ferry: Back at the Harbour"));
    String ferry = "briefs/" + desk.store.current().getFirst().slug() + "/index.html";
    assertThat(desk.text(ferry)).contains("Harbour: Open to Boats");
    desk.publisher().publish(order(HARBOUR, "d-3", "Harbour: Closed Again"));
    assertThat(desk.text(ferry))
        .contains("Harbour: Closed Again")
        .doesNotContain("Harbour: Open to Boats");
  }

  @Test
  void theSiteRebuiltFromTheDatabaseHasTheSameBytes() throws Exception {
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    desk.publisher().publish(order(FERRY, "d-2", "Ferry: Back at the Harbour"));
    desk.publisher().publish(order(HARBOUR, "d-3", "Harbour: Closed Again"));
    desk.publisher().publish(order("b-00000000000000cc", "d-4", "Pier: Painted"));
    desk.publisher().withdraw(FERRY, "Ida Quist", "It was not so.", PublishableBriefs.imprint());
    Path elsewhere = folder.resolve("elsewhere");
    desk.publisher(elsewhere).rebuild(PublishableBriefs.imprint());
    assertThat(PublicationDesk.files(elsewhere)).isEqualTo(PublicationDesk.files(desk.site));
  }

  @Test
  void theNewestComeWithThoseThatAreAsOldAsTheLastOfThem() throws Exception {
    desk.publisher().publish(order(FERRY, "d-2", "Ferry: Late"));
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open"));
    assertThat(desk.store.shown().newest(1))
        .extracting(VersionPlan::briefId)
        .containsExactly(HARBOUR);
    desk.database.jdbc().sql("update planned_version set published_at = now()").update();
    assertThat(desk.store.shown().newest(1)).hasSize(2);
  }
}
