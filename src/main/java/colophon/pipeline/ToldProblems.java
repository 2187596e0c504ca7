package colophon.pipeline;

import colophon.capture.PollReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what a poll could not read so that a person can take it in: one sentence for each kind of
 * trouble, while the run's record holds every address.
 */
final class ToldProblems {

  /** The most sentences told of one source in one run. */
  static final int MOST_SENTENCES = 30;

  private ToldProblems() {}

  static void tell(PollReport report, StageLog stages) {
    Map<String, List<PollReport.Problem>> alike = new LinkedHashMap<>();
    for (PollReport.Problem problem : report.problems()) {
      String kind = problem.reason().replace(problem.address().toString(), "");
      alike.computeIfAbsent(kind, none -> new ArrayList<>()).add(problem);
    }
    int told = 0;
    int untold = 0;
    for (List<PollReport.Problem> group : alike.values()) {
      if (told++ < MOST_SENTENCES) {
        PollReport.Problem first = group.getFirst();
        stages.problem(
            Stage.FETCH, first.address().toString(), "not read", sentence(first, group.size() - 1));
        group.stream().skip(1).forEach(problem -> note(problem, stages));
      } else {
        group.forEach(problem -> note(problem, stages));
        untold += group.size();
      }
    }
    if (untold > 0) {
      stages.problem(
          Stage.FETCH,
          report.source().id(),
          "not read",
          untold
              + " further addresses of the source \""
              + report.source().id()
              + "\" were not read, for still other reasons; the run's record names each, and the"
              + " next polls try them again.");
    }
  }

  private static String sentence(PollReport.Problem problem, int others) {
    String reason = problem.reason();
    return others == 0
        ? reason
        : reason.replaceFirst("\\.$", "")
            + "; the same goes for "
            + others
            + (others == 1 ? " further address." : " further addresses.");
  }

  private static void note(PollReport.Problem problem, StageLog stages) {
    stages.note(Stage.FETCH, problem.address().toString(), "not read", problem.reason());
  }
}
