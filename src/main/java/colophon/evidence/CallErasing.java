package colophon.evidence;

import colophon.brief.BriefStore;
import colophon.brief.DraftErasure;
import colophon.kernel.Digest;
import colophon.llm.CallErasure;
import colophon.provenance.Tombstone;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What models were asked and answered. */
final class CallErasing implements Erasing {

  private final CallErasure calls;
  private final LoggedVersions logged;
  private final BriefStore briefs;
  private final DraftErasure drafts;

  CallErasing(CallErasure calls, LoggedVersions logged, BriefStore briefs, DraftErasure drafts) {
    this.calls = calls;
    this.logged = logged;
    this.briefs = briefs;
    this.drafts = drafts;
  }

  @Override
  public List<Erasable> ofBrief(String briefId) {
    Set<Erasable> all = new LinkedHashSet<>();
    for (String draft : logged.drafts(briefId)) {
      String run = briefs.runOf(draft).orElseThrow();
      calls.of(run, drafts.storyOf(draft).orElseThrow()).forEach(each -> all.add(thing(each)));
    }
    return List.copyOf(all);
  }

  @Override
  public List<Erasable> ofSource(String address) {
    return List.of();
  }

  @Override
  public List<Erasable> named(String name) {
    return calls.of(Digest.parse(name)).stream().map(this::thing).toList();
  }

  @Override
  public List<Erasable> before(Instant time, int most) {
    return calls.before(time, most).stream().map(this::thing).toList();
  }

  @Override
  public Optional<List<Digest>> erase(Erasable thing, Instant now) {
    var kept =
        new CallErasure.Kept(
            thing.kind().equals(Tombstone.MODEL_REQUEST), thing.digest(), List.of(), thing.since());
    return calls.erase(kept, now) ? Optional.of(thing.digests()) : Optional.empty();
  }

  /** The instructions to a model can only be read in the requests that they were sent in. */
  private Erasable thing(CallErasure.Kept kept) {
    Set<Digest> digests = new LinkedHashSet<>(List.of(kept.digest()));
    for (String story : kept.isRequest() ? kept.stories() : List.<String>of()) {
      digests.addAll(drafts.promptsOf(story, kept.digest()));
    }
    return new Erasable(
        ErasureClass.MODEL,
        kept.isRequest() ? Tombstone.MODEL_REQUEST : Tombstone.MODEL_ANSWER,
        List.copyOf(digests),
        (kept.isRequest() ? "what the model was sent for " : "what the model answered for ")
            + String.join(", ", kept.stories()),
        kept.firstAt());
  }
}
