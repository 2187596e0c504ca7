package colophon.copydesk;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes words of erased drafts, and names of people, out of what was done at the desk. Who did what
 * kind of thing when stays.
 */
public final class DeskErasure {

  private static final String ERASED = "erased";

  /** The members of kept documents that hold words of people or of drafts. */
  private static final Set<String> WORDS =
      Set.of("before", "text", "reason", "words", "note", "slug", "name");

  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private record Row(String key, byte[] document) {}

  private final JdbcClient jdbc;

  public DeskErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes the words of a draft out of what was done with it, inside the caller's transaction. */
  public void withoutWords(String draftId) {
    for (String table : List.of("review_queue", "desk_place")) {
      jdbc.sql("delete from " + table + " where draft_id = :draft")
          .param("draft", draftId)
          .update();
    }
    // An edit holds words of the draft it made and of the one before.
    erase(
        """
        select draft_id as key, document from draft_edit
        where document is not null and (draft_id = :draft or previous = :draft)
        """,
        "update draft_edit set document = :document where draft_id = :key",
        draftId);
    erase(
        "select id::text as key, document from desk_event where draft_id = :draft",
        "update desk_event set document = :document where id = :key::bigint",
        draftId);
  }

  private void erase(String select, String update, String draftId) {
    List<Row> rows =
        jdbc.sql(select)
            .param("draft", draftId)
            .query((row, n) -> new Row(row.getString("key"), row.getBytes("document")))
            .list();
    for (Row row : rows) {
      jdbc.sql(update)
          .param("document", withoutWords(row.document()))
          .param("key", row.key())
          .update();
    }
  }

  private static byte[] withoutWords(byte[] document) {
    Json.Obj object;
    try {
      object = JsonReader.readObject(document, MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new IllegalStateException("what was noted at the desk is damaged", e);
    }
    Map<String, Json> members = new LinkedHashMap<>();
    object
        .members()
        .forEach((name, value) ->
            members.put(
                name,
                name.equals("citations")
                    ? Json.array(List.of())
                    : WORDS.contains(name)
                            && value instanceof Json.Str text
                            && !text.value().isEmpty()
                        ? Json.of(ERASED)
                        : value));
    return CanonicalJson.bytes(new Json.Obj(members));
  }

  /** Who did something at the desk, each with the last time; erased names too. */
  public SortedMap<String, Instant> people() {
    SortedMap<String, Instant> people = new TreeMap<>();
    jdbc.sql(
            """
            select name, max(at) as last from (
              select by_name as name, noted_at as at from desk_event
              union all select by_name, edited_at from draft_edit) did
            group by name
            """)
        .query((row, n) -> people.put(row.getString("name"), row.getTimestamp("last").toInstant()))
        .list();
    return people;
  }

  /** Puts other words in a name's place, and nothing in its login's, inside the transaction. */
  public void rename(String name, String instead) {
    for (String table : List.of("desk_event", "draft_edit")) {
      jdbc.sql("update " + table + " set by_name = :instead, by_login = '' where by_name = :name")
          .param("instead", instead)
          .param("name", name)
          .update();
    }
    jdbc.sql(
            "update desk_place set assigned_name = :instead, assigned_login = ''"
                + " where assigned_name = :name")
        .param("instead", instead)
        .param("name", name)
        .update();
    jdbc.sql("delete from desk_open where name = :name").param("name", name).update();
    jdbc.sql("update review_queue set first_by = :instead where first_by = :name")
        .param("instead", instead)
        .param("name", name)
        .update();
  }
}
