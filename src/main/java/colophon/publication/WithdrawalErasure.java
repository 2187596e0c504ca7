package colophon.publication;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes names of people out of withdrawals. The notice that was signed stays as it is. */
public final class WithdrawalErasure {

  private final JdbcClient jdbc;

  public WithdrawalErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who withdrew a brief, each with the time of the last one; erased names too. */
  public SortedMap<String, Instant> people() {
    SortedMap<String, Instant> people = new TreeMap<>();
    jdbc.sql("select withdrawn_by, max(withdrawn_at) from withdrawal group by withdrawn_by")
        .query((row, n) -> people.put(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
    return people;
  }

  /** Puts other words in a name's place, inside the caller's transaction. */
  public void rename(String name, String instead) {
    jdbc.sql("update withdrawal set withdrawn_by = :instead where withdrawn_by = :name")
        .param("instead", instead)
        .param("name", name)
        .update();
  }
}
