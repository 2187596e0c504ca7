package colophon.desk;

import colophon.access.AccountStore;
import colophon.alert.AlertStore;
import colophon.article.Quarantine;
import colophon.attest.KeyFolder;
import colophon.attest.LogStore;
import colophon.capture.PollStore;
import colophon.copydesk.Queue;
import colophon.llm.CallHistory;
import colophon.pipeline.Definitions;
import colophon.pipeline.PromptBook;
import colophon.pipeline.PromptTrials;
import colophon.pipeline.RunHistory;
import colophon.pipeline.Software;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationFigures;
import colophon.publication.PublicationStore;
import colophon.review.ReviewFigures;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages by which operators and their machines see how the newsroom is. */
@Configuration(proxyBeanMethods = false)
class HealthPages {

  @Bean
  Readiness readiness(
      DataSource source, ObjectProvider<KeyFolder> keys, ServedNewsroom.PublishedSite site) {
    return new Readiness(source, keys.getIfAvailable(), site.folder());
  }

  @Bean
  Metrics metrics(
      Definitions definitions,
      Software software,
      StatusDesk status,
      Timetable timetable,
      RunHistory runs,
      PollStore polls,
      Quarantine quarantine,
      Queue queue,
      PublicationStore publications,
      PublicationFigures figures,
      CallHistory calls,
      LogStore log,
      InstantSource clock) {
    return new Metrics(
        definitions,
        software,
        status,
        timetable,
        runs,
        polls,
        quarantine,
        queue,
        publications,
        figures,
        calls,
        log,
        clock);
  }

  @Bean
  ModelsPage modelsPage(
      Definitions definitions,
      CallHistory calls,
      PromptBook prompts,
      PromptTrials trials,
      Pages pages) {
    return new ModelsPage(definitions, calls, prompts, trials, pages);
  }

  @Bean
  TrialPage trialPage(
      Definitions definitions,
      PromptBook prompts,
      PromptTrials trials,
      AccountStore accounts,
      Pages pages) {
    return new TrialPage(definitions, prompts, trials, accounts, pages);
  }

  @Bean
  HealthDesk healthDesk(
      Definitions definitions,
      Readiness readiness,
      AlertStore alerts,
      RunHistory runs,
      PublicationFigures publications,
      ReviewFigures reviews,
      CallHistory calls,
      Pages pages,
      InstantSource clock) {
    return new HealthDesk(
        definitions, readiness, alerts, runs, publications, reviews, calls, pages, clock);
  }

  @Bean
  HealthPage healthPage(Readiness readiness, Metrics metrics) {
    return new HealthPage(readiness, metrics);
  }
}
