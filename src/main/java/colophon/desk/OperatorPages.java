package colophon.desk;

import colophon.access.AccountStore;
import colophon.article.ArticleStore;
import colophon.article.FeedDiscovery;
import colophon.article.Quarantine;
import colophon.article.SecondTry;
import colophon.brief.BriefStore;
import colophon.capture.PollStore;
import colophon.capture.RightsOverrides;
import colophon.capture.SignalStore;
import colophon.copydesk.Queue;
import colophon.llm.CallHistory;
import colophon.pipeline.AskedRuns;
import colophon.pipeline.Backfill;
import colophon.pipeline.DefinitionFiles;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.SelectionPreview;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import colophon.story.StoryDesk;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages on which operators run the newsroom. */
@Configuration(proxyBeanMethods = false)
@Import(HealthPages.class)
class OperatorPages {

  @Bean
  TodayPage todayPage(
      StatusDesk status,
      Definitions definitions,
      Timetable timetable,
      RunHistory runs,
      PollStore polls,
      Queue queue,
      PublicationStore publications,
      CallHistory calls,
      Quarantine quarantine,
      Pages pages,
      LiveParts parts,
      InstantSource clock) {
    return new TodayPage(
        new TodayDesk(
            status,
            definitions,
            timetable,
            runs,
            polls,
            queue,
            publications,
            calls,
            quarantine,
            clock),
        pages,
        parts);
  }

  @Bean
  LiveParts liveParts() {
    return new LiveParts();
  }

  @Bean
  RunsPage runsPage(
      Definitions definitions,
      RunHistory runs,
      CallHistory calls,
      Pages pages,
      InstantSource clock) {
    return new RunsPage(definitions, runs, calls, pages, clock);
  }

  @Bean
  RunPage runPage(
      Definitions definitions,
      RunLog log,
      RunHistory runs,
      CallHistory calls,
      ArticleStore articles,
      StoryDesk stories,
      BriefStore briefs,
      Pages pages,
      LiveParts parts,
      InstantSource clock) {
    var words = new RunItemWords(articles, stories, briefs);
    return new RunPage(new RunDesk(definitions, log, runs, calls, words, clock), pages, parts);
  }

  @Bean
  PipelinesPage pipelinesPage(
      Definitions definitions, Timetable timetable, RunHistory runs, Pages pages) {
    return new PipelinesPage(definitions, timetable, runs, pages);
  }

  @Bean
  PipelinePage pipelinePage(
      Definitions definitions,
      DefinitionStore store,
      DefinitionFiles files,
      Timetable timetable,
      RunHistory runs,
      AskedRuns asked,
      AccountStore accounts,
      Pages pages,
      InstantSource clock) {
    return new PipelinePage(
        definitions, store, files, timetable, runs, asked, accounts, pages, clock);
  }

  @Bean
  SelectionPage selectionPage(
      Definitions definitions,
      DefinitionStore store,
      SelectionPreview preview,
      Backfill backfill,
      AccountStore accounts,
      Pages pages) {
    return new SelectionPage(definitions, store, preview, backfill, accounts, pages);
  }

  @Bean
  SourcesPage sourcesPage(
      Definitions definitions,
      PollStore polls,
      SignalStore signals,
      RightsOverrides overrides,
      Quarantine quarantine,
      Pages pages,
      InstantSource clock) {
    return new SourcesPage(definitions, polls, signals, overrides, quarantine, pages, clock);
  }

  @Bean
  SourceActions sourceActions(
      Definitions definitions,
      RightsOverrides overrides,
      SecondTry secondTry,
      FeedDiscovery discovery,
      AccountStore accounts,
      Pages pages) {
    return new SourceActions(definitions, overrides, secondTry, discovery, accounts, pages);
  }
}
