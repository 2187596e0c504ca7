package colophon.tasks;

import colophon.article.ArticleStore;
import colophon.article.Extractor;
import colophon.brief.BriefStore;
import colophon.capture.Rereader;
import colophon.capture.SnapshotStore;
import colophon.pipeline.Definitions;
import colophon.publication.PublicationStore;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. The shell provides the definitions. */
@Configuration(proxyBeanMethods = false)
public class TasksConfiguration {

  @Bean
  TaskDesk taskDesk(JdbcClient jdbc, TransactionTemplate transaction, InstantSource clock) {
    return new TaskDesk(new TaskStore(jdbc), transaction, clock);
  }

  @Bean
  SourceWatch sourceWatch(
      PublicationStore publications,
      BriefStore briefs,
      ArticleStore articles,
      SnapshotStore snapshots,
      Rereader rereader,
      Extractor extractor,
      Definitions definitions,
      JdbcClient jdbc,
      TaskDesk tasks,
      InstantSource clock) {
    return new SourceWatch(
        publications,
        briefs,
        articles,
        snapshots,
        rereader,
        extractor,
        definitions,
        new WatchStore(jdbc),
        tasks,
        clock);
  }
}
