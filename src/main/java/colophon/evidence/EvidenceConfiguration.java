package colophon.evidence;

import colophon.article.ArticleStore;
import colophon.article.Extractor;
import colophon.attest.Attestor;
import colophon.attest.TombstoneStore;
import colophon.brief.BriefStore;
import colophon.capture.CopyErasure;
import colophon.capture.SnapshotStore;
import colophon.grounding.GroundingStore;
import colophon.llm.CallErasure;
import colophon.llm.CallHistory;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.RunLog;
import colophon.pipeline.Software;
import colophon.publication.PublicationStore;
import colophon.review.ReviewHistory;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
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
      Software software) {
    var sources = new SourcePart(snapshots, articles, software.name() + "/" + software.version());
    return new EvidenceDesk(
        publications,
        attestor,
        briefs,
        stories,
        sources,
        new WritingPart(calls, briefs),
        new CheckPart(reports, articles, stored(embedder, jdbc)),
        new ReviewPart(history),
        new SettingsPart(definitions),
        new CircumstancesPart(runs, articles, sources),
        new ErasedPart(tombstones, snapshots));
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
      DefinitionStore definitions,
      Definitions inForce) {
    return new ExportDesk(
        publications, attestor, briefs, new SettingsPart(definitions), inForce.newsroom());
  }

  @Bean
  HoldStore holdStore(JdbcClient jdbc, InstantSource clock) {
    return new HoldStore(jdbc, clock);
  }

  @Bean
  ErasureDesk erasureDesk(
      JdbcClient jdbc,
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs,
      TombstoneStore tombstones,
      HoldStore holds,
      TransactionTemplate transaction,
      InstantSource clock) {
    var selection =
        new ErasureSelection(
            new CopyErasure(jdbc), new CallErasure(jdbc), publications, attestor, briefs);
    return new ErasureDesk(selection, tombstones, holds, transaction, clock);
  }
}
