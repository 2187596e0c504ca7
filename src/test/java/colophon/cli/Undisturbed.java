package colophon.cli;

import colophon.database.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The newsroom that nobody kills: what it shows after each phase is what every other one must show.
 *
 * @param briefs at whose steps others are stopped
 * @param approved the brief that the approved draft becomes
 * @param withdrawn the brief that is withdrawn
 */
record Undisturbed(
    Map<KillPhase, Phase> phases,
    KillPhase.Subjects subjects,
    KillPlan.Briefs briefs,
    String approved,
    String withdrawn) {

  /** What one phase came to. */
  record Phase(NewsroomState state, int exitCode, Duration took) {}

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  static Undisturbed make(Path home)
      throws IOException, InterruptedException, DatabaseUnavailableException {
    var phases = new EnumMap<KillPhase, Phase>(KillPhase.class);
    var nothing = new KillPhase.Subjects("", "");
    phases.put(KillPhase.FIRST_RUN, phase(home, KillPhase.FIRST_RUN, nothing));
    List<String> first = inLogOrder(home);
    phases.put(KillPhase.SECOND_RUN, phase(home, KillPhase.SECOND_RUN, nothing));
    List<String> updated =
        query(home, "select brief_id from planned_version where version = 2 order by published_at");
    String slug =
        query(
                home,
                "select slug from planned_version where brief_id = '" + updated.getFirst() + "'")
            .getFirst();
    String draft =
        query(
                home,
                "select draft_id from review_state s where state = 'waiting' and not exists ("
                    + "select 1 from draft mine join draft newer on newer.story_id = mine.story_id"
                    + " and newer.story_revision > mine.story_revision where mine.id = s.draft_id)"
                    + " order by 1")
            .getFirst();
    var subjects = new KillPhase.Subjects(draft, slug);
    phases.put(KillPhase.APPROVAL, phase(home, KillPhase.APPROVAL, subjects));
    String approved =
        query(home, "select brief_id from planned_version where draft_id = '" + draft + "'")
            .getFirst();
    phases.put(KillPhase.WITHDRAWAL, phase(home, KillPhase.WITHDRAWAL, subjects));
    return new Undisturbed(
        phases,
        subjects,
        new KillPlan.Briefs(first.getFirst(), first.getLast(), updated.getLast()),
        approved,
        updated.getFirst());
  }

  private static Phase phase(Path home, KillPhase phase, KillPhase.Subjects subjects)
      throws IOException, InterruptedException, DatabaseUnavailableException {
    long start = System.nanoTime();
    try (var process = NewsroomProcess.start(home, phase.arguments(subjects), null)) {
      if (!process.awaitEnd(PATIENCE) || process.exitCode() > ExitCode.NOT_ALL_DONE) {
        throw new IllegalStateException(
            "the undisturbed " + phase.words() + " failed; it said:\n" + process.lastWords());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      NewsroomState state = NewsroomState.of(home);
      if (!state.faults().isEmpty()) {
        throw new IllegalStateException(
            "the undisturbed " + phase.words() + " has faults: " + state.faults());
      }
      System.out.printf(
          "Undisturbed %s: %.1f s, %d versions out%n",
          phase.words(),
          took.toMillis() / 1000.0,
          state.ledger().rows().getOrDefault("released", List.of()).size());
      return new Phase(state, process.exitCode(), took);
    }
  }

  private static List<String> inLogOrder(Path home) throws DatabaseUnavailableException {
    return query(home, "select brief_id from attestation order by entry_index");
  }

  private static List<String> query(Path home, String sql) throws DatabaseUnavailableException {
    try (var database =
        colophon.database.Database.open(home, Map.of("HOME", System.getProperty("user.home")))) {
      return org.springframework.jdbc.core.simple.JdbcClient.create(database.source())
          .sql(sql)
          .query(String.class)
          .list();
    }
  }
}
