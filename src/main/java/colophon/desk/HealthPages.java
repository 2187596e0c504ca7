package colophon.desk;

import colophon.article.Quarantine;
import colophon.attest.KeyFolder;
import colophon.attest.LogStore;
import colophon.capture.PollStore;
import colophon.copydesk.Queue;
import colophon.llm.CallHistory;
import colophon.pipeline.Definitions;
import colophon.pipeline.RunHistory;
import colophon.pipeline.Software;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationFigures;
import colophon.publication.PublicationStore;
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
  HealthPage healthPage(Readiness readiness, Metrics metrics) {
    return new HealthPage(readiness, metrics);
  }
}
