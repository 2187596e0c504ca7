package colophon.article;

import colophon.capture.Fetcher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
public class ArticleConfiguration {

  @Bean
  ArticleStore articleStore(JdbcClient jdbc) {
    return new ArticleStore(jdbc);
  }

  @Bean
  Quarantine quarantine(JdbcClient jdbc) {
    return new Quarantine(jdbc);
  }

  @Bean
  SecondTry secondTry(JdbcClient jdbc, TransactionTemplate transaction) {
    return new SecondTry(jdbc, transaction);
  }

  @Bean
  FeedDiscovery feedDiscovery(Fetcher fetcher) {
    return new FeedDiscovery(fetcher);
  }

  @Bean(destroyMethod = "close")
  DocumentProcess documentProcess() {
    return new DocumentProcess();
  }

  @Bean
  Extractor extractor(DocumentProcess documents) {
    return new Extractor(documents);
  }
}
