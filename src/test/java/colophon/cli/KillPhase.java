package colophon.cli;

import java.util.List;

/** What an operator does with a newsroom, one after the other; each may be killed on its way. */
enum KillPhase {
  FIRST_RUN,
  SECOND_RUN,
  APPROVAL,
  WITHDRAWAL;

  static final String PIPELINE = "samples";
  private static final String BY = "Test Editor";

  /**
   * What the phases after the runs are about.
   *
   * @param draft waits for an editor after both runs
   * @param slug a brief with two versions
   */
  record Subjects(String draft, String slug) {}

  /** The arguments of the command, without the newsroom's folder. */
  List<String> arguments(Subjects subjects) {
    return switch (this) {
      case FIRST_RUN -> run("2026-01-13T21:00+09:00");
      case SECOND_RUN -> run("2026-01-14T18:00+09:00");
      case APPROVAL -> List.of("review", "approve", subjects.draft(), "--by", BY);
      case WITHDRAWAL ->
          List.of(
              "review",
              "withdraw",
              subjects.slug(),
              "--by",
              BY,
              "--reason",
              "It was withdrawn to see whether that holds.");
    };
  }

  private static List<String> run(String asOf) {
    return List.of("run", PIPELINE, "--as-of", asOf);
  }

  String words() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
