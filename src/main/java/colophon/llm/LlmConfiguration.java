package colophon.llm;

import colophon.text.Embedder;
import colophon.text.EmbeddingStore;
import colophon.text.StoredEmbedder;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
public class LlmConfiguration {

  @Bean
  Embedder embedder(DataSource source) {
    return new StoredEmbedder(new MiniLmEmbedder(), new EmbeddingStore(JdbcClient.create(source)));
  }

  @Bean
  CallHistory callHistory(DataSource source) {
    return new CallHistory(JdbcClient.create(source));
  }

  @Bean
  Models models(InstantSource clock, Embedder embedder) {
    return new Models(
        System.getenv(), clock, listeners -> new ExtractiveChatModel(embedder, listeners));
  }

  @Bean
  Writers writers(Models models, DataSource source, InstantSource clock) {
    var store =
        new AnswerStore(
            JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)));
    return new Writers(
        models,
        store,
        PriceList.shipped(),
        new Markers(store.markerKey(new SecureRandom())),
        clock,
        Thread::sleep);
  }
}
