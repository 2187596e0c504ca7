package colophon.pipeline;

import java.util.List;

/**
 * What a run came to, in words for people.
 *
 * @param published briefs that went out
 * @param held drafts that wait for an editor
 * @param problems everything that did not come out, a sentence each
 */
public record RunResult(
    Run run, List<PublishedBrief> published, List<HeldDraft> held, List<String> problems) {

  public RunResult {
    published = List.copyOf(published);
    held = List.copyOf(held);
    problems = List.copyOf(problems);
  }

  /** A brief that went out. */
  public record PublishedBrief(String slug, int version, String headline, String kind) {}

  /** A draft that waits, and why. */
  public record HeldDraft(String draftId, String headline, List<String> reasons) {
    public HeldDraft {
      reasons = List.copyOf(reasons);
    }
  }

  /** One line for the log of runs. */
  String summary() {
    return counted(published.size(), "brief")
        + " published, "
        + counted(held.size(), "draft")
        + " held for review"
        + (problems.isEmpty() ? "" : ", " + counted(problems.size(), "problem"));
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
