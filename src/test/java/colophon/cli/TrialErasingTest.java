package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.evidence.Erasable;
import colophon.evidence.ErasureClass;
import colophon.evidence.ErasureDesk;
import colophon.kernel.Digest;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erasing a draft reaches what trials wrote in its place and what alerts said of it. */
class TrialErasingTest {

  private static final Instant MADE = Instant.parse("2026-01-14T09:00:00Z");

  @TempDir private Path folder;

  @Test
  void aDraftGoesWithItsTrialsAndItsHeadlineInAlerts() throws Exception {
    ErasingNewsroom newsroom = ErasingNewsroom.publish(folder);
    try (var open = KeptBytes.open(newsroom.home())) {
      JdbcClient jdbc = open.room(JdbcClient.class);
      ErasureDesk desk = open.room(ErasureDesk.class);
      String draft =
          jdbc.sql("select id from draft where document is not null order by id limit 1")
              .query(String.class)
              .single();
      tried(jdbc, "t-1", draft, "A trial's own words.");
      tried(jdbc, "t-2", "d-another", "Another trial's words.");
      told(jdbc, "draft " + draft, "The draft \"Nara Summit\" waits past its deadline.");
      told(jdbc, "draft d-another", "The draft \"Other\" waits past its deadline.");

      assertThat(desk.ofDraft(draft).goes())
          .extracting(Erasable::what)
          .anyMatch(what -> what.startsWith("draft " + draft))
          .anyMatch(what -> what.equals("what the trial t-1 of a prompt wrote"))
          .hasSize(2);
      desk.erase(desk.ofDraft(draft), "a court", "So it said.");
      assertThat(trials(jdbc)).containsExactly("t-2");
      assertThat(jdbc.sql("select count(*) from tombstone").query(Integer.class).single())
          .isEqualTo(2);
      assertThat(jdbc.sql("select sentence from alert order by id").query(String.class).list())
          .containsExactly("erased", "The draft \"Other\" waits past its deadline.");
      assertThat(
              jdbc.sql("select subject || body from alert_message order by id")
                  .query(String.class)
                  .list())
          .containsExactly("erasederased", "SubjectThe draft \"Other\" waits past its deadline.");
      assertThat(
              jdbc.sql("select message_id || ' ' || outcome || ': ' || answer from alert_try")
                  .query(String.class)
                  .list())
          .singleElement()
          .asString()
          .endsWith("given up: The draft that it named was erased.");

      assertThat(desk.before(ErasureClass.DRAFTS, MADE).goes()).isEmpty();
      assertThat(desk.before(ErasureClass.DRAFTS, MADE.plusSeconds(1)).goes())
          .extracting(Erasable::what)
          .contains("what the trial t-2 of a prompt wrote");
      Digest words = Digest.ofText("Another trial's words.");
      assertThat(desk.ofDigest(ErasureClass.DRAFTS, words).goes()).hasSize(1);
      List<Erasable> erased = desk.erase(desk.ofDraft("t-2"), "a court", "So it said.");
      assertThat(erased.getFirst().digests())
          .containsExactly(words, Digest.ofText("What the source check said."));
      assertThat(trials(jdbc)).isEmpty();
      assertThat(desk.ofDraft("t-2").goes()).isEmpty();

      assertThat(desk.ofPerson("Olga Sample").goes()).hasSize(1);
      desk.erase(desk.ofPerson("Olga Sample"), "herself", "She left.");
      assertThat(
              jdbc.sql("select distinct by_name || by_login from prompt_trial")
                  .query(String.class)
                  .list())
          .singleElement()
          .asString()
          .matches("person \\d+ \\(name erased\\)");
    }
  }

  private static List<String> trials(JdbcClient jdbc) {
    return jdbc.sql("select id from prompt_trial where draft is not null and report is not null")
        .query(String.class)
        .list();
  }

  private static void tried(JdbcClient jdbc, String id, String baseline, String words) {
    jdbc.sql(
            """
            insert into prompt_trial (id, pipeline, story_id, story_revision, baseline, prompt_id,
              prompt_version, prompt_digest, instructions, model, draft, report, reason, by_login,
              by_name, made_at)
            values (:id, 'samples', 's-1', 1, :baseline, 'brief', '2', 'sha256:0', 'Be brief.',
              'extractive', convert_to(:words, 'UTF8'),
              convert_to('What the source check said.', 'UTF8'), '', 'olga', 'Olga Sample', :made)
            """)
        .param("id", id)
        .param("baseline", baseline)
        .param("words", words)
        .param("made", Timestamp.from(MADE))
        .update();
  }

  private static void told(JdbcClient jdbc, String about, String sentence) {
    long alert =
        jdbc.sql(
                """
                insert into alert (kind, about, sentence, began_at)
                values ('deadline-passed', :about, :sentence, :made) returning id
                """)
            .param("about", about)
            .param("sentence", sentence)
            .param("made", Timestamp.from(MADE))
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into alert_message (alert_id, phase, channel, recipient, subject, body, made_at)
            values (:alert, 'begun', 'mail', 'olga@desk.example', 'Subject', :sentence, :made)
            """)
        .param("alert", alert)
        .param("sentence", sentence)
        .param("made", Timestamp.from(MADE))
        .update();
  }
}
