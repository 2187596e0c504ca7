package colophon.article;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets documents that were set aside be read again, say after a reader was mended: the bytes that
 * were kept, with the next run of the source's pipeline.
 */
public final class SecondTry {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public SecondTry(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Opens a document again; false where nothing at that address is set aside, or its bytes are not
   * kept any more.
   */
  public boolean open(String sourceId, String address) {
    Boolean opened =
        transaction.execute(status -> {
          int items =
              jdbc.sql(
                      """
                      delete from settled_item where item_id in (
                        select c.id from captured_item c
                          join reading r on r.id = c.reading_id
                          join extraction_try t on t.source_id = c.source_id
                            and md5(t.address) = md5(r.requested) and t.snapshot = r.digest
                          join snapshot_body b on b.digest = r.digest
                        where c.source_id = :source and md5(r.requested) = md5(:address)
                          and t.tries >= :most)
                      """)
                  .param("source", sourceId)
                  .param("address", address)
                  .param("most", Quarantine.MOST_TRIES)
                  .update();
          if (items == 0) {
            return false;
          }
          jdbc.sql(
                  """
                  delete from extraction_try
                  where source_id = :source and md5(address) = md5(:address) and tries >= :most
                  """)
              .param("source", sourceId)
              .param("address", address)
              .param("most", Quarantine.MOST_TRIES)
              .update();
          return true;
        });
    return Boolean.TRUE.equals(opened);
  }
}
