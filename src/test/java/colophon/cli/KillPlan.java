package colophon.cli;

import colophon.pipeline.Stage;
import colophon.publication.Step;
import colophon.publication.WithdrawalStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which kills are made, and in which newsroom. In each newsroom those of one phase come in the
 * order in which the command passes their points, so that each is still reached after the ones
 * before it.
 */
final class KillPlan {

  /** So many kills fall on one newsroom at most, on average. */
  private static final int KILLS_A_ROUND = 12;

  /** Of the kills at a moment, how they fall on the phases. */
  private static final List<KillPhase> MOMENTS =
      List.of(
          KillPhase.FIRST_RUN,
          KillPhase.FIRST_RUN,
          KillPhase.SECOND_RUN,
          KillPhase.APPROVAL,
          KillPhase.WITHDRAWAL);

  private KillPlan() {}

  /**
   * The briefs at whose steps the runs are stopped, by id.
   *
   * @param first published first in the first run
   * @param last published last in the first run
   * @param updated gets a second version in the second run
   */
  record Briefs(String first, String last, String updated) {}

  /** The kills of each newsroom, phase by phase. */
  static List<Map<KillPhase, List<Kill>>> rounds(
      int kills, Random random, Briefs briefs, String approved, String withdrawn) {
    List<Kill> points = points(briefs, approved, withdrawn);
    int moments = Math.max(kills - points.size(), kills / 10);
    List<Kill> chosen = chosen(points, kills - moments, random);
    int count = Math.max(1, (chosen.size() + KILLS_A_ROUND - 1) / KILLS_A_ROUND);
    var rounds = new ArrayList<Map<KillPhase, List<Kill>>>();
    for (int round = 0; round < count; round++) {
      rounds.add(new EnumMap<>(KillPhase.class));
    }
    for (int i = 0; i < chosen.size(); i++) {
      add(rounds.get(i % count), chosen.get(i), random);
    }
    int left = moments;
    while (left > 0) {
      Map<KillPhase, List<Kill>> round = new EnumMap<>(KillPhase.class);
      for (int i = 0; i < MOMENTS.size() && left > 0; i++, left--) {
        add(round, Kill.sometime(MOMENTS.get(i), 5 + random.nextInt(85)), random);
      }
      rounds.add(round);
    }
    return rounds;
  }

  private static void add(Map<KillPhase, List<Kill>> round, Kill kill, Random random) {
    round
        .computeIfAbsent(kill.phase(), phase -> new ArrayList<>())
        .add(random.nextInt(4) == 0 ? kill.alsoServer() : kill);
  }

  private static List<Kill> chosen(List<Kill> points, int most, Random random) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, random);
    return places.stream().limit(most).sorted(Comparator.naturalOrder()).map(points::get).toList();
  }

  /** Every point, in the order in which they are passed. */
  private static List<Kill> points(Briefs briefs, String approved, String withdrawn) {
    var points = new ArrayList<Kill>();
    for (Stage stage : Stage.values()) {
      String word = stage.word();
      if (stage == Stage.PUBLISH) {
        steps(points, KillPhase.FIRST_RUN, briefs.first(), List.of(Step.values()));
        points.add(Kill.at(KillPhase.FIRST_RUN, word + "-item:1"));
        steps(points, KillPhase.FIRST_RUN, briefs.last(), List.of(Step.values()));
      } else if (stage != Stage.GROUP) {
        points.add(Kill.at(KillPhase.FIRST_RUN, word + "-item:2"));
      }
      points.add(Kill.at(KillPhase.FIRST_RUN, word + ":1"));
    }
    steps(
        points,
        KillPhase.SECOND_RUN,
        briefs.updated(),
        List.of(Step.LOGGED, Step.VERIFIED, Step.WRITTEN, Step.CURRENT));
    steps(points, KillPhase.APPROVAL, approved, List.of(Step.PLANNED, Step.LOGGED));
    for (WithdrawalStep step : WithdrawalStep.values()) {
      points.add(Kill.at(KillPhase.WITHDRAWAL, step.word() + ":" + withdrawn));
    }
    return points;
  }

  private static void steps(List<Kill> points, KillPhase phase, String brief, List<Step> steps) {
    for (Step step : steps) {
      points.add(Kill.at(phase, step.word() + ":" + brief));
    }
  }
}
