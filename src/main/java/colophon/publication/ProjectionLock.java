package colophon.publication;

import colophon.attest.KeysUnusableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One writer of the site at a time over all nodes: whoever writes to it holds the lock while
 * reading the database and writing, so that an older state never overwrites a newer one.
 */
final class ProjectionLock {

  /** Something that is written to the site. */
  @FunctionalInterface
  interface Work {
    void write() throws SiteNotWritableException, KeysUnusableException;
  }

  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  ProjectionLock(TransactionTemplate transaction, JdbcClient jdbc) {
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  void hold(Work work) throws SiteNotWritableException, KeysUnusableException {
    Optional<Failure> failure =
        java.util.Objects.requireNonNull(
            transaction.execute(status -> {
              jdbc.sql("select pg_advisory_xact_lock(hashtextextended('colophon site', 0))")
                  .query((row, n) -> true)
                  .list();
              return write(work);
            }));
    if (failure.isPresent()) {
      failure.get().raise();
    }
  }

  private static Optional<Failure> write(Work work) {
    try {
      work.write();
      return Optional.empty();
    } catch (SiteNotWritableException e) {
      return Optional.of(new Failure(e, null));
    } catch (KeysUnusableException e) {
      return Optional.of(new Failure(null, e));
    }
  }

  /** Carries what went wrong out of the transaction, which keeps what was written before it. */
  private record Failure(
      @Nullable SiteNotWritableException site, @Nullable KeysUnusableException keys) {
    void raise() throws SiteNotWritableException, KeysUnusableException {
      if (site != null) {
        throw site;
      }
      if (keys != null) {
        throw keys;
      }
    }
  }
}
