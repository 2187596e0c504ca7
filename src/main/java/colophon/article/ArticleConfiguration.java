package colophon.article;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  @Bean(destroyMethod = "close")
  DocumentProcess documentProcess() {
    return new DocumentProcess();
  }

  @Bean
  Extractor extractor(DocumentProcess documents) {
    return new Extractor(documents);
  }
}
