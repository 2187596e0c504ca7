package colophon.pipeline;

import colophon.article.ArticleStore;
import colophon.article.Extractor;
import colophon.article.Quarantine;
import colophon.brief.BriefStore;
import colophon.capture.PollStore;
import colophon.capture.Poller;
import colophon.capture.RightsOverrides;
import colophon.capture.SnapshotStore;
import colophon.edition.LabelProfile;
import colophon.grounding.GroundingStore;
import colophon.llm.PromptFiles;
import colophon.llm.Writers;
import colophon.publication.PublicationStore;
import colophon.publication.Publisher;
import colophon.review.ReviewStore;
import colophon.story.DeskNotes;
import colophon.story.PastArticles;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. The shell provides definitions, prompts, label profiles and software. */
@Configuration(proxyBeanMethods = false)
public class PipelineConfiguration {

  /** The label profiles by name. */
  public record Labels(Map<String, LabelProfile> profiles) {}

  @Bean
  RunLog runLog(JdbcClient jdbc, InstantSource clock) {
    return new RunLog(jdbc, clock);
  }

  @Bean
  RunHistory runHistory(JdbcClient jdbc) {
    return new RunHistory(jdbc);
  }

  @Bean
  AskedRuns askedRuns(JdbcClient jdbc, RunLog log, InstantSource clock) {
    return new AskedRuns(jdbc, log, clock);
  }

  @Bean
  PromptTrials promptTrials(
      JdbcClient jdbc,
      Writers writers,
      BriefStore briefs,
      StoryDesk stories,
      GroundingStore reports,
      Embedder embedder,
      InstantSource clock) {
    return new PromptTrials(jdbc, writers, briefs, stories, reports, embedder, clock);
  }

  @Bean
  SectionWriting sectionWriting(Writers writers, PromptFiles prompts, StoryDesk stories) {
    return new SectionWriting(writers, prompts, stories);
  }

  @Bean
  PromptBook promptBook(DefinitionStore definitions, PromptFiles files, JdbcClient jdbc) {
    return new PromptBook(definitions, files, jdbc);
  }

  @Bean
  SelectionPreview selectionPreview(
      ArticleStore articles, StoryDesk stories, Embedder embedder, InstantSource clock) {
    return new SelectionPreview(articles, stories, embedder, clock);
  }

  @Bean
  Backfill backfill(JdbcClient jdbc, RunLog log, InstantSource clock) {
    return new Backfill(jdbc, log, clock);
  }

  @Bean
  DefinitionStore definitionStore(JdbcClient jdbc, InstantSource clock) {
    return new DefinitionStore(jdbc, clock);
  }

  @Bean
  Timetable timetable(
      JdbcClient jdbc,
      RunLog log,
      DefinitionStore definitions,
      TransactionTemplate transaction,
      InstantSource clock) {
    return new Timetable(jdbc, log, definitions, transaction, clock);
  }

  @Bean
  PastArticles pastArticles(ArticleStore articles) {
    return articles::byIds;
  }

  @Bean
  SourcePolls sourcePolls(Poller poller, PollStore polls, InstantSource clock) {
    return new SourcePolls(poller, polls, clock);
  }

  @Bean
  Orders orders(
      SnapshotStore snapshots,
      ArticleStore articles,
      BriefStore briefs,
      PublicationStore publications,
      RightsOverrides overrides,
      Labels labels,
      Software software) {
    return new Orders(
        snapshots, articles, briefs, publications, overrides, labels.profiles(), software);
  }

  @Bean
  Releasing releasing(
      ReviewStore reviews,
      Orders orders,
      Publisher publisher,
      StoryDesk stories,
      DeskNotes notes,
      InstantSource clock) {
    return new Releasing(reviews, orders, publisher, stories, notes, clock);
  }

  @Bean
  OpenRuns openRuns(RunLog log, RunEngine engine, InstantSource clock) {
    return new OpenRuns(log, engine, clock);
  }

  @Bean
  ArticleReading articleReading(
      SnapshotStore snapshots,
      Extractor extractor,
      ArticleStore articles,
      Quarantine quarantine,
      TransactionTemplate transaction,
      InstantSource clock) {
    return new ArticleReading(snapshots, extractor, articles, quarantine, transaction, clock);
  }

  @Bean
  RunEngine runEngine(
      RunLog log,
      DataSource source,
      Poller poller,
      ArticleReading reading,
      ArticleStore articles,
      StoryDesk stories,
      Embedder embedder,
      Writers writers,
      PromptFiles prompts,
      BriefStore briefs,
      GroundingStore reports,
      Releasing releasing,
      InstantSource clock) {
    return new RunEngine(
        log,
        source,
        new Gathering(poller, reading, clock),
        new Grouping(articles, stories, embedder),
        new Drafting(writers, prompts, briefs, stories, reports, embedder, clock),
        releasing);
  }
}
