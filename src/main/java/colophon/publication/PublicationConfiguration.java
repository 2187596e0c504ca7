package colophon.publication;

import colophon.attest.Attestor;
import colophon.attest.Checkpoints;
import colophon.edition.EditionPress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. The shell provides the site's place and who watches the steps. */
@Configuration(proxyBeanMethods = false)
public class PublicationConfiguration {

  /** The folder that the web server serves. */
  public record SitePlace(Path folder) {}

  @Bean
  PublicationStore publicationStore(JdbcClient jdbc, InstantSource clock) {
    return new PublicationStore(jdbc, clock);
  }

  @Bean
  SiteChannel siteChannel(
      SitePlace place,
      PublicationStore store,
      Attestor attestor,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    return SiteChannel.at(place.folder(), store, attestor, transaction, jdbc);
  }

  @Bean
  PublicationFigures publicationFigures(JdbcClient jdbc) {
    return new PublicationFigures(jdbc);
  }

  /** The witnesses that the newsroom has its log cosigned by. */
  public record WitnessList(List<WitnessAddress> witnesses) {
    public WitnessList {
      witnesses = List.copyOf(witnesses);
    }
  }

  /** Without a list no witness is asked. */
  @Bean
  Cosigning cosigning(Checkpoints checkpoints, ObjectProvider<WitnessList> witnesses) {
    WitnessList list = witnesses.getIfAvailable();
    return new Cosigning(checkpoints, list == null ? List.of() : list.witnesses());
  }

  @Bean
  Publisher publisher(
      PublicationStore store,
      Attestor attestor,
      SiteChannel site,
      Checkpoints checkpoints,
      Cosigning cosigning,
      TransactionTemplate transaction,
      InstantSource clock,
      StepWatcher watcher) {
    return new Publisher(
        store,
        attestor,
        new EditionPress(),
        new VerifierCheck(attestor, clock),
        site,
        checkpoints,
        cosigning,
        transaction,
        watcher);
  }
}
