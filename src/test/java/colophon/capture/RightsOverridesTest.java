package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions of operators against what a source said about its use. */
class RightsOverridesTest {

  private static final RightsSignal NOAI = new RightsSignal("x-robots-tag", "noai");
  private static final RightsSignal RESERVED = new RightsSignal("tdm-reservation", "1");

  @Test
  void aPageIsUsedByTheLatestDecisionThatStandsAgainstSomethingThatItSaid() {
    try (var database = TestDatabase.fresh()) {
      var overrides =
          new RightsOverrides(database.jdbc(), () -> Instant.parse("2026-01-14T09:00:00Z"));
      overrides.put("echo", NOAI, "A letter of theirs allows it.", "otis", "Otis Sample");
      assertThat(overrides.standing("echo", List.of())).isEmpty();
      assertThat(overrides.standing("echo", List.of(RESERVED))).isEmpty();
      assertThat(overrides.standing("other", List.of(NOAI))).isEmpty();
      assertThat(overrides.standing("echo", List.of(RESERVED, NOAI)))
          .hasValueSatisfying(decision -> {
            assertThat(decision.reason()).isEqualTo("A letter of theirs allows it.");
            assertThat(decision.byName()).isEqualTo("Otis Sample");
          });

      overrides.put("echo", RESERVED, "So does the licence.", "ada", "Ada Sample");
      assertThat(overrides.standing("echo", List.of(NOAI, RESERVED)))
          .hasValueSatisfying(decision -> assertThat(decision.byName()).isEqualTo("Ada Sample"));
      overrides.takeBack("echo", NOAI, "otis", "Otis Sample");
      assertThat(overrides.standing("echo", List.of(NOAI))).isEmpty();
    }
  }
}
