package colophon.review;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes names of people out of decisions and receipts, and words of erased drafts out of both. What
 * was decided, when and in which role stays.
 */
public final class ReviewErasure {

  /** What stands where words were. */
  static final String ERASED = "erased";

  private static final String BY_PERSON =
      "state in ('approved once', 'approved', 'sent back', 'spiked')";

  private record Row(long id, byte[] flags, byte @Nullable [] receipt) {}

  private final JdbcClient jdbc;

  public ReviewErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who decided, each with the time of the last decision; erased names too. */
  public SortedMap<String, Instant> people() {
    SortedMap<String, Instant> people = new TreeMap<>();
    jdbc.sql(
            "select decided_by, max(decided_at) from review_state where "
                + BY_PERSON
                + " and decided_by is not null group by decided_by")
        .query((row, n) -> people.put(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
    return people;
  }

  /** Who decided on these drafts. */
  public List<String> peopleOf(Collection<String> draftIds) {
    return jdbc.sql(
            "select distinct decided_by from review_state where "
                + BY_PERSON
                + " and decided_by is not null and draft_id = any (:drafts) order by 1")
        .param("drafts", draftIds.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** The number that stands in a name's place from now on. */
  public long number(Instant now) {
    return jdbc.sql("insert into erased_person (erased_at) values (:now) returning number")
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /**
   * Puts other words in a name's place, inside the caller's transaction.
   *
   * @return the digests of the receipts as they were
   */
  public List<Digest> rename(String name, String instead) {
    var receipts = new ArrayList<Digest>();
    for (Row row : rows("where decided_by = :key and receipt is not null and " + BY_PERSON, name)) {
      byte[] receipt = java.util.Objects.requireNonNull(row.receipt());
      receipts.add(Digest.of(receipt));
      update("receipt", object(receipt).with("person", Json.of(instead)), row.id());
    }
    jdbc.sql(
            "update review_state set decided_by = :instead, by_login = null"
                + " where decided_by = :name and "
                + BY_PERSON)
        .param("instead", instead)
        .param("name", name)
        .update();
    return receipts;
  }

  /** Takes the words of a draft out of what was decided on it, inside the caller's transaction. */
  public void withoutWords(String draftId) {
    for (Row row : rows("where draft_id = :key", draftId)) {
      if (read(row.flags()) instanceof Json.Arr flags) {
        update(
            "flags",
            Json.array(
                flags.items().stream()
                    .map(flag -> ((Json.Obj) flag).with("reason", Json.of(ERASED)))
                    .toList()),
            row.id());
      }
      if (row.receipt() != null && object(row.receipt()).get("changes") instanceof Json.Arr list) {
        update(
            "receipt",
            object(row.receipt())
                .with(
                    "changes",
                    Json.array(
                        list.items().stream()
                            .map(change ->
                                ((Json.Obj) change)
                                    .with("before", Json.of(""))
                                    .with("after", Json.of("")))
                            .toList())),
            row.id());
      }
    }
    jdbc.sql(
            """
            update review_state set override_reason = :erased
            where draft_id = :draft and override_reason is not null
            """)
        .param("erased", ERASED)
        .param("draft", draftId)
        .update();
    jdbc.sql(
            """
            update review_state set reason = :erased
            where draft_id = :draft and reason is not null and reason <> ''
            """)
        .param("erased", ERASED)
        .param("draft", draftId)
        .update();
  }

  private List<Row> rows(String where, String key) {
    return jdbc.sql("select id, flags, receipt from review_state " + where + " order by id")
        .param("key", key)
        .query(
            (row, n) -> new Row(row.getLong("id"), row.getBytes("flags"), row.getBytes("receipt")))
        .list();
  }

  private void update(String column, Json document, long id) {
    jdbc.sql("update review_state set " + column + " = :document where id = :id")
        .param("document", CanonicalJson.bytes(document))
        .param("id", id)
        .update();
  }

  private static Json.Obj object(byte[] document) {
    return (Json.Obj) read(document);
  }

  private static Json read(byte[] document) {
    try {
      return JsonReader.read(document, ReviewStore.MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a kept decision is damaged: " + e.getMessage(), e);
    }
  }
}
