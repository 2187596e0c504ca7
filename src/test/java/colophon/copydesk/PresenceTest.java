package colophon.copydesk;

import static colophon.copydesk.DeskNewsroom.DANA;
import static colophon.copydesk.DeskNewsroom.KIM;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private static TestDatabase database;
  private Instant now = Instant.parse("2026-01-14T12:00:00Z");
  private final Presence presence =
      new Presence(database.jdbc(), new EditStore(database.jdbc()), () -> now);

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void whoSaysNothingForAMinuteHasClosedIt() {
    presence.here("d-1", KIM);
    now = now.plusSeconds(30);
    presence.here("d-1", DANA);
    assertThat(presence.others("d-1", KIM)).containsExactly("Dana Whitlock");
    assertThat(presence.others("d-1", DANA)).containsExactly("Kim Seo-yeon");
    assertThat(presence.open(List.of("d-1", "d-none")))
        .isEqualTo(Map.of("d-1", List.of("Dana Whitlock", "Kim Seo-yeon")));
    now = now.plusSeconds(29);
    presence.here("d-1", DANA);
    assertThat(presence.others("d-1", DANA)).containsExactly("Kim Seo-yeon");
    now = now.plusSeconds(1);
    assertThat(presence.others("d-1", DANA)).isEmpty();
    presence.here("d-2", DANA);
    assertThat(rows()).isEqualTo(2);
    now = now.plusSeconds(61);
    presence.here("d-2", KIM);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aLineThatNobodyChangedStandsAsItWasDelivered() {
    assertThat(presence.latest("d-3")).isEqualTo(new Presence.Latest("d-3", "", false));
  }

  private static int rows() {
    return database.jdbc().sql("select count(*) from desk_open").query(Integer.class).single();
  }
}
