package colophon.copydesk;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.publication.AuditPeople;
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
    jdbc.sql(
            """
            update section_rewrite set document = null, before = :erased, note = :erased
            where draft_id = :draft
            """)
        .param("erased", ERASED)
        .param("draft", draftId)
        .update();
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
    try {
      return CanonicalJson.bytes(withoutWords("", JsonReader.readObject(document, MOST_BYTES)));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("what was noted at the desk is damaged", e);
    }
  }

  private static Json withoutWords(String name, Json value) {
    return switch (value) {
      case Json.Arr ignored when name.equals("citations") -> Json.array(List.of());
      case Json.Arr list ->
          Json.array(list.items().stream().map(each -> withoutWords(name, each)).toList());
      case Json.Str text when WORDS.contains(name) && !text.value().isEmpty() -> Json.of(ERASED);
      case Json.Obj object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((each, part) -> members.put(each, withoutWords(each, part)));
        yield new Json.Obj(members);
      }
      default -> value;
    };
  }

  /** Who did something at the desk, each with the last time; erased names too. */
  public SortedMap<String, Instant> people() {
    SortedMap<String, Instant> people = new TreeMap<>();
    jdbc.sql(
            """
            select name, max(at) as last from (
              select by_name as name, noted_at as at from desk_event
              union all select by_name, edited_at from draft_edit
              union all select by_name, asked_at from section_rewrite
              union all select decided_by, decided_at from section_rewrite
                where outcome <> 'open'
              union all select by_name, written_at from desk_note) did
            group by name
            """)
        .query((row, n) -> people.put(row.getString("name"), row.getTimestamp("last").toInstant()))
        .list();
    return people;
  }

  /** Puts other words in a name's place, and nothing in its login's, inside the transaction. */
  public void rename(String name, String instead) {
    for (String table : List.of("desk_event", "draft_edit", "section_rewrite", "desk_note")) {
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
    new AuditPeople(jdbc).forget(name);
    jdbc.sql("delete from desk_open where name = :name").param("name", name).update();
    jdbc.sql("update section_rewrite set decided_by = :instead where decided_by = :name")
        .param("instead", instead)
        .param("name", name)
        .update();
    jdbc.sql("update review_queue set first_by = :instead where first_by = :name")
        .param("instead", instead)
        .param("name", name)
        .update();
  }
}
