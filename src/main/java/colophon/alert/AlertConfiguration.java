package colophon.alert;

import colophon.attest.KeptCheckpoint;
import colophon.attest.KeyFolder;
import colophon.attest.LogStore;
import colophon.capture.PollStore;
import colophon.capture.PostWire;
import colophon.copydesk.Queue;
import colophon.llm.CallHistory;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.RunHistory;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
public class AlertConfiguration {

  @Bean
  AlertStore alertStore(JdbcClient jdbc) {
    return new AlertStore(jdbc);
  }

  @Bean
  PostWire alertWire() {
    return new PostWire();
  }

  @Bean
  TroubleWatch troubleWatch(
      Timetable timetable,
      DefinitionStore definitions,
      RunHistory runs,
      PublicationStore publications,
      PollStore polls,
      CallHistory calls,
      Queue queue,
      LogStore log,
      ObjectProvider<KeyFolder> keys,
      ObjectProvider<KeptCheckpoint> kept,
      InstantSource clock) {
    return new TroubleWatch(
        timetable,
        definitions,
        runs,
        publications,
        polls,
        calls,
        queue,
        log,
        keys.getIfAvailable(),
        kept.getIfAvailable(),
        clock);
  }

  @Bean
  AlertDesk alertDesk(
      Definitions definitions,
      TroubleWatch watch,
      AlertStore store,
      PostWire alertWire,
      TransactionTemplate transaction,
      InstantSource clock) {
    return new AlertDesk(
        definitions,
        watch,
        store,
        new Webhooks(alertWire, System.getenv()),
        new MailSender(System.getenv()),
        transaction,
        clock);
  }
}
