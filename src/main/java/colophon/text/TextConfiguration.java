package colophon.text;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what the text room keeps. */
@Configuration(proxyBeanMethods = false)
public class TextConfiguration {

  @Bean
  EmbeddingStore embeddingStore(DataSource source) {
    return new EmbeddingStore(JdbcClient.create(source));
  }
}
