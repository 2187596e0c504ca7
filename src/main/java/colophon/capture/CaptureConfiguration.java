package colophon.capture;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. The shell provides the clock, the database and the user agent. */
@Configuration(proxyBeanMethods = false)
public class CaptureConfiguration {

  @Bean
  Fetcher fetcher(UserAgent userAgent, InstantSource clock) {
    return new Fetcher(
        userAgent,
        FetchLimits.standard(),
        Manners.standard(),
        Path.of("").toAbsolutePath(),
        clock,
        new SecureRandom());
  }

  @Bean
  SnapshotStore snapshotStore(DataSource source) {
    return new SnapshotStore(JdbcClient.create(source), transaction(source));
  }

  @Bean
  WrittenHere writtenHere(SnapshotStore snapshots) {
    return new WrittenHere(snapshots);
  }

  @Bean
  WarcArchive warcArchive(DataSource source) {
    TransactionTemplate transaction = transaction(source);
    return new WarcArchive(
        new SnapshotStore(JdbcClient.create(source), transaction),
        new CopyErasure(JdbcClient.create(source)),
        transaction);
  }

  @Bean
  PollStore pollStore(DataSource source) {
    return new PollStore(JdbcClient.create(source), transaction(source));
  }

  @Bean
  SignalStore signalStore(DataSource source) {
    return new SignalStore(JdbcClient.create(source));
  }

  @Bean
  RightsOverrides rightsOverrides(DataSource source, InstantSource clock) {
    return new RightsOverrides(JdbcClient.create(source), clock);
  }

  @Bean
  Poller poller(Fetcher fetcher, SnapshotStore snapshots, PollStore polls, InstantSource clock) {
    return new Poller(fetcher, snapshots, polls, PollLimits.standard(), clock, new SecureRandom());
  }

  @Bean
  Rereader rereader(Fetcher fetcher, SnapshotStore snapshots, InstantSource clock) {
    return new Rereader(fetcher, snapshots, clock);
  }

  private static TransactionTemplate transaction(DataSource source) {
    return new TransactionTemplate(new JdbcTransactionManager(source));
  }
}
