package colophon.publication;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One projection at a time over all nodes: whoever writes a page from the database holds the lock
 * while reading and writing, so that an older state never overwrites a newer one.
 */
final class ProjectionLock {

  /** Something that is written to the site. */
  @FunctionalInterface
  interface Work {
    void write() throws SiteNotWritableException;
  }

  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  ProjectionLock(TransactionTemplate transaction, JdbcClient jdbc) {
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  void hold(Work work) throws SiteNotWritableException {
    Optional<SiteNotWritableException> failure =
        java.util.Objects.requireNonNull(
            transaction.execute(status -> {
              jdbc.sql("select pg_advisory_xact_lock(hashtextextended('colophon site', 0))")
                  .query((row, n) -> true)
                  .list();
              try {
                work.write();
                return Optional.empty();
              } catch (SiteNotWritableException e) {
                return Optional.of(e);
              }
            }));
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
