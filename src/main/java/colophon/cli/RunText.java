package colophon.cli;

import colophon.pipeline.RunResult;
import java.io.PrintWriter;

/** Says in a few lines what a run made. */
final class RunText {

  private RunText() {}

  static void print(RunResult result, Places places, PrintWriter out) {
    out.println();
    for (RunResult.PublishedBrief brief : result.published()) {
      out.println("Published  " + brief.headline() + " (version " + brief.version() + ")");
      out.println("           " + places.site().resolve("briefs").resolve(brief.slug()));
    }
    for (RunResult.HeldDraft draft : result.held()) {
      out.println("Held       " + draft.headline());
      draft.reasons().forEach(reason -> out.println("           " + reason));
      out.println("           colophon review show " + draft.draftId() + places.asOptions());
    }
    if (result.published().isEmpty() && result.held().isEmpty()) {
      out.println("Nothing new to write.");
    }
    if (!result.problems().isEmpty()) {
      out.println();
      out.println("What did not come out:");
      result.problems().forEach(problem -> out.println("  - " + problem));
    }
  }
}
