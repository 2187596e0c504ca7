package colophon.evidence;

import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import colophon.kernel.Json;
import colophon.review.Copy;
import colophon.review.Edits;
import colophon.review.Flag;
import colophon.review.Flags;
import colophon.review.ReviewPolicy;
import colophon.review.Triage;
import java.util.List;

/** Looks again for what a person had to look at before the draft could go out. */
final class FlagReplay {

  private static final String NAME = "flag";

  private FlagReplay() {}

  static ReplayStage run(ReplayMaterial material) {
    ReviewPolicy policy = material.settings().review().orElse(null);
    Integer leastSources = material.settings().leastSources().orElse(null);
    byte[] stored = material.file("check/grounding.json");
    if (policy == null || leastSources == null || stored == null) {
      return new ReplayStage.NotReplayed(
          NAME, "The pipeline's rules for review, or the source check, are not at hand.");
    }
    BundledReview.Event first = material.review().first();
    GroundingReport report = GroundingStore.parse(stored);
    List<Flag> found = Flags.of(material.draft(), material.dossier(), report, policy, leastSources);
    boolean edited = material.file(EditPart.FILE) != null;
    List<Flag> flags = edited ? Edits.flags(found) : found;
    boolean waits =
        edited
            || Triage.decide(
                    material.draft(),
                    report,
                    flags,
                    policy,
                    material.record().run().pipeline(),
                    first.at())
                instanceof Copy.Waiting;
    Json again = decision(waits, flags);
    Json then = decision(first.state().equals("waiting"), first.flags());
    String what = "the marks on the draft";
    return again.equals(then)
        ? new ReplayStage.Same(NAME, flags.isEmpty() ? "no mark on the draft" : what)
        : new ReplayStage.Differs(NAME, Difference.between(again, then, what));
  }

  private static Json decision(boolean waits, List<Flag> flags) {
    return Json.object(
        "waits", Json.of(waits),
        "marks",
            Json.array(
                flags.stream()
                    .map(flag ->
                        Json.object(
                            "kind", Json.of(flag.kind().name()),
                            "reason", Json.of(flag.reason())))
                    .toList()));
  }
}
