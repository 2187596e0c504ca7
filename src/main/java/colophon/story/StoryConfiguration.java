package colophon.story;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the story room. */
@Configuration(proxyBeanMethods = false)
public class StoryConfiguration {

  @Bean
  StoryDesk storyDesk(DataSource source, PastArticles past) {
    JdbcClient jdbc = JdbcClient.create(source);
    return new StoryDesk(
        new StoryStore(jdbc),
        new BasisStore(jdbc),
        past,
        new TransactionTemplate(new JdbcTransactionManager(source)));
  }

  @Bean
  DeskNotes deskNotes(DataSource source, PastArticles past) {
    return new DeskNotes(new DeskNoteStore(JdbcClient.create(source)), past);
  }
}
