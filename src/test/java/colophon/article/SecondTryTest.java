package colophon.article;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.capture.RightsOverrides;
import colophon.capture.RightsSignal;
import colophon.database.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SecondTryTest {

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void aDocumentThatWasSetAsideIsOpenAgainAndOnlyOnce() {
    update(
        """
        insert into snapshot_body values ('sha256:aa', '\\x00', now());
        insert into reading (source_id, requested, outcome, ended_at, digest, decoded_digest, landed,
          status, request_headers, response_headers)
        values ('wire', 'https://a.example/x', 'fetched', now(), 'sha256:aa', 'sha256:aa',
          'https://a.example/x', 200, '\\x7b7d', '\\x7b7d');
        insert into captured_item (source_id, reading_id, hint) select 'wire', id, '\\x00' from reading;
        insert into settled_item select id, now() from captured_item;
        insert into extraction_try values ('wire', 'https://a.example/x', 'sha256:aa', 3, now());
        """);
    var second =
        new SecondTry(
            database.jdbc(),
            new TransactionTemplate(new JdbcTransactionManager(database.source())));
    assertThat(second.open("other", "https://a.example/x")).isFalse();
    assertThat(second.open("wire", "https://a.example/x")).isTrue();
    assertThat(count("settled_item")).isZero();
    assertThat(count("extraction_try")).isZero();
    assertThat(second.open("wire", "https://a.example/x")).isFalse();
  }

  @Test
  void aDecisionAgainstASignalStandsUntilItIsTakenBackAndBothAreKept() {
    var overrides =
        new RightsOverrides(database.jdbc(), () -> Instant.parse("2026-03-01T10:00:00Z"));
    var signal = new RightsSignal("x-robots-tag", "noai");
    overrides.put("wire", signal, "We hold a licence.", "olga", "Olga Sample");
    assertThat(overrides.of("wire"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.signal()).isEqualTo(signal);
          assertThat(each.reason()).isEqualTo("We hold a licence.");
          assertThat(each.byName()).isEqualTo("Olga Sample");
        });
    overrides.takeBack("wire", signal, "olga", "Olga Sample");
    assertThat(overrides.of("wire")).isEmpty();
    assertThat(count("rights_override")).isEqualTo(2);
  }

  private static void update(String statements) {
    for (String statement : statements.split(";")) {
      if (!statement.isBlank()) {
        database.jdbc().sql(statement).update();
      }
    }
  }

  private static long count(String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
