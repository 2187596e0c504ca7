package colophon.evidence;

import colophon.article.Extractor;
import colophon.attest.Attestor;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.edition.VersionPlan;
import colophon.kernel.Digest;
import colophon.publication.PublicationStore;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
import java.util.List;
import java.util.Optional;

/**
 * Makes published versions again beside the database that they came from. It reads the same files
 * that a bundle would hold, fresh from the tables, and what no bundle holds: the rest of the run.
 */
public final class ReplayDesk {

  private final EvidenceDesk evidence;
  private final PublicationStore publications;
  private final Attestor attestor;
  private final BriefStore briefs;
  private final StoryDesk stories;
  private final Extractor extractor;
  private final Embedder stored;

  /**
   * @param stored gives stored embeddings and computes none
   */
  ReplayDesk(
      EvidenceDesk evidence,
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs,
      StoryDesk stories,
      Extractor extractor,
      Embedder stored) {
    this.evidence = evidence;
    this.publications = publications;
    this.attestor = attestor;
    this.briefs = briefs;
    this.stories = stories;
    this.extractor = extractor;
    this.stored = stored;
  }

  /** The version that has the record of this digest; empty where none here has. */
  public Optional<VersionPlan> version(Digest record) {
    return attestor
        .briefOf(record)
        .flatMap(brief ->
            publications.outOrOnItsWay(brief).stream()
                .filter(plan ->
                    attestor.recordDigest(brief, plan.version()).filter(record::equals).isPresent())
                .findFirst());
  }

  /**
   * Replays a version.
   *
   * @param plan a version that is in the log
   */
  public List<ReplayStage> replay(VersionPlan plan) {
    return Replay.besideDatabase(evidence.bundle(plan).entries(), extractor, () -> group(plan));
  }

  private ReplayStage group(VersionPlan plan) {
    Draft draft =
        publications.draftOf(plan.briefId(), plan.version()).flatMap(briefs::draft).orElseThrow();
    return GroupReplay.run(stories, briefs.runOf(draft.id()).orElseThrow(), draft, stored);
  }
}
