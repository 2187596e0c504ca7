package colophon.publication;

import static colophon.publication.PublicationDesk.FERRY;
import static colophon.publication.PublicationDesk.HARBOUR;
import static colophon.publication.PublicationDesk.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.attest.KeysUnusableException;
import colophon.edition.PublishableBriefs;
import colophon.verify.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithdrawalTest {

  private static final String BY = "Ida Quist";
  private static final String REASON = "It named the wrong quay.";

  @TempDir Path folder;
  private PublicationDesk desk;
  private String slug = "";

  @BeforeEach
  void publishTwoVersionsAndABriefThatTeasesThem() throws Exception {
    desk = new PublicationDesk(folder);
    desk.publisher().publish(order(HARBOUR, "d-1", "Harbour: Open to Boats"));
    slug = desk.store.current().getFirst().slug().value();
    desk.publisher().publish(order(HARBOUR, "d-2", "Harbour: Open Until Friday"));
    desk.publisher().publish(order(FERRY, "d-3", "Ferry: Back at the Harbour"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void itTakesAllVersionsAndEveryMentionOfThemOffTheSite() throws Exception {
    assertThat(mentions("Open Until Friday")).isNotEmpty();
    desk.publisher().withdraw(HARBOUR, BY, REASON, PublishableBriefs.imprint());
    assertWithdrawn();
    assertThat(desk.count("select count(*) from withdrawal_end")).isEqualTo(1);
  }

  @Test
  void aWithdrawnBriefTakesNoNewVersionAndIsWithdrawnOnce() throws Exception {
    desk.publisher().withdraw(HARBOUR, BY, REASON, PublishableBriefs.imprint());
    assertThat(desk.publisher().publish(order(HARBOUR, "d-4", "Harbour: Open Again")))
        .isEqualTo(new Publication.Refused(java.util.List.of(Publisher.WITHDRAWN)));
    desk.publisher().withdraw(HARBOUR, "Tom Quay", "Another.", PublishableBriefs.imprint());
    assertThat(desk.store.withdrawal(HARBOUR).orElseThrow().reason()).isEqualTo(REASON);
    assertWithdrawn();
  }

  @Test
  void thePagesGoWithoutAKeyAndTheStatusIsSignedWhenThereIsOneAgain() throws Exception {
    assertThatThrownBy(
            () -> desk.withoutKey().withdraw(HARBOUR, BY, REASON, PublishableBriefs.imprint()))
        .isInstanceOf(KeysUnusableException.class)
        .hasMessageContaining("the next start signs it");
    assertThat(mentions("Open Until Friday")).isEmpty();
    assertThat(desk.status(slug)).contains("\"state\":\"current\"");
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertWithdrawn();
  }

  @Test
  void thePagesGoWhereTheKeyFails() throws Exception {
    Publisher failing = desk.withFailingKey();
    assertThatThrownBy(() -> failing.withdraw(HARBOUR, BY, REASON, PublishableBriefs.imprint()))
        .isInstanceOf(KeysUnusableException.class);
    assertThat(mentions("Open Until Friday")).isEmpty();
    assertThat(failing.resume(pipeline -> PublishableBriefs.imprint()))
        .singleElement()
        .asString()
        .contains("Restore the newsroom's keys folder");
  }

  @ParameterizedTest
  @EnumSource
  void whateverStepWasTheLastTheNextStartFinishesIt(WithdrawalStep last) throws Exception {
    var crash =
        new StepWatcher() {
          @Override
          public void done(Step step, String briefId, int version) {}

          @Override
          public void done(WithdrawalStep step, String briefId) {
            if (step == last) {
              throw new IllegalStateException("crashed after " + step);
            }
          }
        };
    assertThatThrownBy(
            () -> desk.publisher(crash).withdraw(HARBOUR, BY, REASON, PublishableBriefs.imprint()))
        .hasMessageContaining("crashed");
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertWithdrawn();
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGGED", "CHECKPOINTED", "VERIFIED", "WRITTEN", "CURRENT", "LISTED"})
  void aVersionOnItsWayGoesWithIt(Step last) throws Exception {
    StepWatcher crash =
        (step, briefId, version) -> {
          if (step == last) {
            throw new IllegalStateException("crashed after " + step);
          }
        };
    var third = order(HARBOUR, "d-5", "Harbour: Open Until Sunday");
    assertThatThrownBy(() -> desk.publisher(crash).publish(third)).hasMessageContaining("crashed");
    desk.publisher().withdraw(HARBOUR, BY, REASON, PublishableBriefs.imprint());
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertThat(mentions("Open Until Sunday")).isEmpty();
    assertWithdrawn();
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGGED", "VERIFIED", "WRITTEN", "CURRENT"})
  void aPublicationUnderWayDoesNotBringItBack(Step moment) throws Exception {
    StepWatcher meanwhile =
        (step, briefId, version) -> {
          if (step == moment) {
            try {
              desk.publisher().withdraw(HARBOUR, BY, REASON, PublishableBriefs.imprint());
            } catch (SiteNotWritableException | KeysUnusableException e) {
              throw new AssertionError(e);
            }
          }
        };
    desk.publisher(meanwhile).publish(order(HARBOUR, "d-5", "Harbour: Open Until Sunday"));
    assertThat(mentions("Open Until Sunday")).isEmpty();
    assertWithdrawn();
  }

  private void assertWithdrawn() throws IOException {
    assertThat(mentions("Open to Boats")).isEmpty();
    assertThat(mentions("Open Until Friday")).isEmpty();
    assertThat(desk.text("briefs/" + slug + "/index.html")).contains(REASON);
    assertThat(desk.text("briefs/" + slug + "/v1/index.html")).contains(REASON);
    assertThat(desk.text("briefs/" + slug + "/v2/index.html")).contains(REASON);
    assertThat(desk.site.resolve("briefs/" + slug + "/v1/brief.txt")).doesNotExist();
    assertThat(desk.site.resolve("briefs/" + slug + "/v1/record.json")).exists();
    assertThat(desk.status(slug)).contains(REASON).doesNotContain("\"state\":\"current\"");
    assertThat(desk.text("briefs/" + slug + "/history.prov.json"))
        .contains("version:" + HARBOUR + "-v1", "version:" + HARBOUR + "-v2");
    assertThat(desk.text("index.html")).doesNotContain(slug).contains("Ferry");
    assertThat(desk.text("feed.atom.xml")).doesNotContain(slug);
    assertThat(desk.verified().outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(desk.count("select count(*) from outbox")).isZero();
    try (var paths = Files.walk(desk.site)) {
      assertThat(paths.filter(path -> path.toString().contains(".unfinished"))).isEmpty();
    }
  }

  /** The places of the files that hold these words. */
  private java.util.List<String> mentions(String words) throws IOException {
    return PublicationDesk.files(desk.site).entrySet().stream()
        .filter(file -> file.getValue().contains(words))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
