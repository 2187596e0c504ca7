package colophon.capture;

import colophon.kernel.JsonFormatException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What owners of pages said about their use, as the kept answers have it. It changes nothing. */
public final class SignalStore {

  /** How many of a source's latest documents are looked through. */
  public static final int MOST_DOCUMENTS = 200;

  /**
   * A signal and where it was last seen.
   *
   * @param address of the document whose answer said it
   */
  public record Sighting(RightsSignal signal, String address, Instant at) {}

  private final JdbcClient jdbc;

  public SignalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The signals of a source's latest documents, each once where it was last seen. */
  public List<Sighting> latest(String sourceId) {
    Set<RightsSignal> known = new HashSet<>();
    var sightings = new ArrayList<Sighting>();
    for (Sighting each : all(sourceId)) {
      if (known.add(each.signal())) {
        sightings.add(each);
      }
    }
    return List.copyOf(sightings);
  }

  private List<Sighting> all(String sourceId) {
    return jdbc
        .sql(
            """
            select r.requested, r.ended_at, r.response_headers
            from captured_item c join reading r on r.id = c.reading_id
            where c.source_id = :source and r.response_headers is not null
            order by c.id desc limit :most
            """)
        .param("source", sourceId)
        .param("most", MOST_DOCUMENTS)
        .query((row, n) -> sightings(row))
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sighting> sightings(ResultSet row) throws SQLException {
    String address = row.getString("requested");
    Instant at = row.getTimestamp("ended_at").toInstant();
    try {
      return RightsSignal.of(HeadersDocument.parse(row.getBytes("response_headers"))).stream()
          .map(signal -> new Sighting(signal, address, at))
          .toList();
    } catch (JsonFormatException e) {
      throw new IllegalStateException("the kept headers of " + address + " are damaged", e);
    }
  }
}
