package colophon.pipeline;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A run's result as it is kept with the run's end. */
final class RunResultDocument {

  private static final JsonMapper JSON = new JsonMapper();

  private RunResultDocument() {}

  private record Kept(
      List<RunResult.PublishedBrief> published,
      List<RunResult.HeldDraft> held,
      List<String> problems) {}

  static byte[] format(RunResult result) {
    return JSON.writeValueAsBytes(new Kept(result.published(), result.held(), result.problems()));
  }

  static RunResult parse(Run run, byte[] document) {
    Kept kept = JSON.readValue(document, Kept.class);
    return new RunResult(run, kept.published(), kept.held(), kept.problems());
  }
}
