package colophon.evidence;

import colophon.article.ArticleErasure;
import colophon.article.ArticleStore;
import colophon.article.Extractor;
import colophon.attest.Attestor;
import colophon.attest.TombstoneStore;
import colophon.brief.BriefStore;
import colophon.brief.DraftErasure;
import colophon.capture.CopyErasure;
import colophon.capture.SnapshotStore;
import colophon.copydesk.DeskErasure;
import colophon.copydesk.EditStore;
import colophon.grounding.GroundingStore;
import colophon.grounding.ReportErasure;
import colophon.llm.CallErasure;
import colophon.llm.CallHistory;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.RunLog;
import colophon.pipeline.Software;
import colophon.pipeline.TrialErasure;
import colophon.publication.PublicationStore;
import colophon.publication.WithdrawalErasure;
import colophon.review.ReviewErasure;
import colophon.review.ReviewHistory;
import colophon.story.DeskNotes;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
import colophon.text.EmbeddingErasure;
import colophon.text.EmbeddingStore;
import colophon.text.StoredEmbedder;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
public class EvidenceConfiguration {

  @Bean
  EvidenceDesk evidenceDesk(
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs,
      StoryDesk stories,
      DeskNotes deskNotes,
      SnapshotStore snapshots,
      ArticleStore articles,
      CallHistory calls,
      GroundingStore reports,
      ReviewHistory history,
      Embedder embedder,
      JdbcClient jdbc,
      DefinitionStore definitions,
      RunLog runs,
      TombstoneStore tombstones,
      DraftErasure drafts,
      Software software) {
    var sources = new SourcePart(snapshots, articles, software.name() + "/" + software.version());
    var notes = new NotesPart(deskNotes);
    return new EvidenceDesk(
        publications,
        attestor,
        briefs,
        stories,
        sources,
        new WritingPart(calls, briefs),
        new EditPart(new EditStore(jdbc)),
        notes,
        new CheckPart(reports, articles, notes, stored(embedder, jdbc)),
        new ReviewPart(history),
        new SettingsPart(definitions),
        new CircumstancesPart(runs, articles, sources),
        new ErasedPart(tombstones, snapshots, drafts));
  }

  @Bean
  ReplayDesk replayDesk(
      EvidenceDesk evidence,
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs,
      StoryDesk stories,
      Extractor extractor,
      Embedder embedder,
      JdbcClient jdbc) {
    return new ReplayDesk(
        evidence, publications, attestor, briefs, stories, extractor, stored(embedder, jdbc));
  }

  /** The same embeddings, as far as they are stored. */
  private static Embedder stored(Embedder embedder, JdbcClient jdbc) {
    return new StoredEmbedder(new Uncomputed(embedder.model()), new EmbeddingStore(jdbc));
  }

  @Bean
  ExportDesk exportDesk(
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs,
      DeskNotes notes,
      DefinitionStore definitions,
      Definitions inForce) {
    return new ExportDesk(
        publications, attestor, briefs, notes, new SettingsPart(definitions), inForce.newsroom());
  }

  @Bean
  HoldStore holdStore(JdbcClient jdbc, InstantSource clock) {
    return new HoldStore(jdbc, clock);
  }

  @Bean
  DraftErasure draftErasure(JdbcClient jdbc) {
    return new DraftErasure(jdbc);
  }

  @Bean
  ErasureDesk erasureDesk(
      JdbcClient jdbc,
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs,
      ArticleStore articles,
      StoryDesk stories,
      DeskNotes notes,
      DraftErasure drafts,
      TombstoneStore tombstones,
      HoldStore holds,
      TransactionTemplate transaction,
      InstantSource clock) {
    var logged = new LoggedVersions(publications, attestor);
    var copies = new CopyErasure(jdbc);
    var reviews = new ReviewErasure(jdbc);
    var desk = new DeskErasure(jdbc);
    var trials = new TrialErasure(jdbc);
    var selection =
        new ErasureSelection(
            new CopyErasing(copies, logged),
            new CallErasing(new CallErasure(jdbc), logged, briefs, drafts),
            new TextErasing(
                new ArticleErasure(jdbc),
                articles,
                copies,
                new EmbeddingErasure(jdbc),
                stories,
                notes,
                logged),
            new DraftErasing(
                drafts,
                new ReportErasure(jdbc),
                reviews,
                desk,
                trials,
                new AlertWords(jdbc),
                logged),
            new PeopleErasing(
                reviews, desk, new WithdrawalErasure(jdbc), holds, trials, logged, publications));
    return new ErasureDesk(selection, copies, tombstones, holds, transaction, clock);
  }

  @Bean
  RetentionSweep retentionSweep(ErasureDesk desk, JdbcClient jdbc, InstantSource clock) {
    return new RetentionSweep(desk, jdbc, clock);
  }
}
