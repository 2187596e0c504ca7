package colophon.evidence;

import colophon.article.ArticleStore;
import colophon.attest.Attestor;
import colophon.brief.BriefStore;
import colophon.capture.SnapshotStore;
import colophon.grounding.GroundingStore;
import colophon.llm.CallHistory;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Software;
import colophon.publication.PublicationStore;
import colophon.review.ReviewHistory;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
      DefinitionStore definitions,
      Software software) {
    return new EvidenceDesk(
        publications,
        attestor,
        briefs,
        stories,
        new SourcePart(snapshots, articles, software.name() + "/" + software.version()),
        new WritingPart(calls, briefs),
        new CheckPart(reports, articles, embedder),
        new ReviewPart(history),
        new SettingsPart(definitions));
  }
}
