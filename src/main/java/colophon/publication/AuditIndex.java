package colophon.publication;

import colophon.kernel.Digest;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedAuthor;
import colophon.provenance.RecordedReview;
import colophon.provenance.RecordedReviewer;
import colophon.provenance.RecordedSentence;
import colophon.provenance.RecordedSource;
import colophon.text.NormalText;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds released versions by what their records and texts say. It follows from these alone: what is
 * not in it yet is read before each search, so nothing has to be kept in step.
 */
public final class AuditIndex {

  /** The versions that are read at once. */
  private static final int AT_ONCE = 200;

  /** The most labels that are told; a newsroom has a handful. */
  private static final int MOST_LABELS = 100;

  /** Told in the place of an outlet where a source is a desk note. */
  private static final String NOTE = "a desk note";

  private static final String TEXT = "brief.txt";

  private final JdbcClient jdbc;
  private final AuditPeople people;

  public AuditIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.people = new AuditPeople(jdbc);
  }

  /** What was found. */
  public record Found(List<AuditEntry> entries, long total) {
    public Found {
      entries = List.copyOf(entries);
    }
  }

  /** The versions that fit, the newest first, so many from a place on. */
  public Found find(AuditQuery query, int most, long from) {
    catchUp();
    var conditions = new ArrayList<String>();
    Map<String, Object> values = new LinkedHashMap<>();
    words(query, conditions, values);
    holds("v.sources", "source", query.source(), conditions, values);
    holds("v.model", "model", query.model(), conditions, values);
    holds("v.prompt", "prompt", query.prompt(), conditions, values);
    if (!query.label().isBlank()) {
      conditions.add("lower(v.label) = lower(:label)");
      values.put("label", query.label().strip());
    }
    if (!query.person().isBlank()) {
      List<String> names = people.named(query.person().strip());
      if (names.isEmpty()) {
        return new Found(List.of(), 0);
      }
      conditions.add(AuditPeople.NAMED);
      values.put("names", names.toArray(String[]::new));
    }
    day("p.published_at >= :since", "since", query.from(), conditions, values);
    LocalDate last = query.to();
    day(
        "p.published_at < :before",
        "before",
        last == null ? null : last.plusDays(1),
        conditions,
        values);
    conditions.add(
        switch (query.outcome()) {
          case ANY -> "true";
          case PUBLISHED -> "not withdrawn";
          case CORRECTED -> "not withdrawn and (p.kind = 'CORRECTION' or next_kind = 'CORRECTION')";
          case WITHDRAWN -> "withdrawn";
        });
    String found =
        """
        from audit_version v
        join planned_version p on p.brief_id = v.brief_id and p.version = v.version
        cross join lateral (
          select exists (select 1 from withdrawal w where w.brief_id = p.brief_id) as withdrawn,
                 (select n.kind from planned_version n
                  where n.brief_id = p.brief_id and n.version = p.version + 1
                    and exists (select 1 from release r
                                where r.brief_id = n.brief_id and r.version = n.version))
                   as next_kind,
                 (select f.published_at from planned_version f
                  where f.brief_id = p.brief_id and f.version = 1) as first_published_at) s
        where
        """
            + String.join(" and ", conditions);
    long total = jdbc.sql("select count(*) " + found).params(values).query(Long.class).single();
    List<AuditEntry> entries =
        jdbc.sql(
                "select p.*, v.headline, v.label, v.sources, v.model, v.prompt, v.people,"
                    + " v.record_digest, s.*, "
                    + AuditPeople.AT_THE_DESK
                    + found
                    + " order by p.published_at desc, p.brief_id, p.version desc"
                    + " limit :most offset :from")
            .params(values)
            .param("most", most)
            .param("from", from)
            .query((row, n) -> entry(row))
            .list();
    return new Found(entries, total);
  }

  /**
   * The brief that is out under that headline, whatever its spaces and capitals; of several the one
   * that was published last.
   */
  public Optional<String> titled(String headline) {
    catchUp();
    return jdbc.sql(
            """
            select p.brief_id from audit_version v
            join planned_version p on p.brief_id = v.brief_id and p.version = v.version
            where lower(v.headline) = lower(:headline)
              and exists (select 1 from release r
                          where r.brief_id = p.brief_id and r.version = p.version)
              and not exists (select 1 from withdrawal w where w.brief_id = p.brief_id)
            order by p.published_at desc, p.brief_id limit 1
            """)
        .param("headline", NormalText.line(headline))
        .query(String.class)
        .optional();
  }

  /** The labels that released versions bear, in order. */
  public List<String> labels() {
    catchUp();
    return jdbc.sql("select distinct label from audit_version order by label limit :most")
        .param("most", MOST_LABELS)
        .query(String.class)
        .list();
  }

  private static void words(AuditQuery query, List<String> conditions, Map<String, Object> values) {
    String words = Normalizer.normalize(query.words().strip(), Normalizer.Form.NFC);
    if (words.isEmpty()) {
      return;
    }
    if (query.withoutSpaces()) {
      // No border of a word is set, so whatever stands between spaces is looked for as it stands.
      int number = 0;
      for (String part : words.split("\\s+")) {
        holds("v.words", "part" + number++, part, conditions, values);
      }
    } else {
      conditions.add("v.found @@ websearch_to_tsquery('simple', :words)");
      values.put("words", words);
    }
  }

  private static void holds(
      String column,
      String name,
      String wanted,
      List<String> conditions,
      Map<String, Object> values) {
    if (!wanted.isBlank()) {
      conditions.add("position(lower(:" + name + ") in lower(" + column + ")) > 0");
      values.put(name, wanted.strip());
    }
  }

  private static void day(
      String condition,
      String name,
      @Nullable LocalDate day,
      List<String> conditions,
      Map<String, Object> values) {
    if (day != null) {
      conditions.add(condition);
      values.put(name, Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    boolean withdrawn = row.getBoolean("withdrawn");
    String next = row.getString("next_kind");
    return new AuditEntry(
        PublicationStore.plan(row),
        row.getString("headline"),
        row.getString("label"),
        withdrawn
            ? "withdrawn"
            : next == null ? "current" : next.equals("CORRECTION") ? "corrected" : "superseded",
        row.getString("sources").lines().toList(),
        row.getString("model"),
        row.getString("prompt"),
        row.getString("people").lines().toList(),
        row.getString("at_the_desk").lines().toList(),
        row.getString("record_digest"));
  }

  /** Reads what was released and is not here yet. */
  private void catchUp() {
    int read;
    do {
      List<Released> missing = missing();
      missing.forEach(this::add);
      read = missing.size();
    } while (read == AT_ONCE);
  }

  private record Released(String briefId, int version, byte[] record, String text) {}

  private List<Released> missing() {
    return jdbc.sql(
            """
            select a.brief_id, a.version, a.record, t.body
            from (select * from audit_missing order by brief_id, version limit :most) m
            join attestation a on a.brief_id = m.brief_id and a.version = m.version
            left join artefact t on t.brief_id = a.brief_id and t.version = a.version
                                and t.name = :text
            """)
        .param("text", TEXT)
        .param("most", AT_ONCE)
        .query((row, n) -> {
          byte[] body = row.getBytes("body");
          return new Released(
              row.getString("brief_id"),
              row.getInt("version"),
              row.getBytes("record"),
              body == null ? "" : new String(body, StandardCharsets.UTF_8));
        })
        .list();
  }

  private void add(Released version) {
    ProvenanceRecord record = record(version.record());
    String people = lines(people(record));
    this.people.add(version.briefId(), version.version(), people);
    jdbc.sql(
            """
            insert into audit_version (brief_id, version, headline, label, words, sources, model,
                                       prompt, people, record_digest)
            values (:brief, :version, :headline, :label, :words, :sources, :model, :prompt,
                    :people, :digest)
            on conflict do nothing
            """)
        .param("brief", version.briefId())
        .param("version", version.version())
        .param("headline", headline(record, version.text()))
        .param("label", record.label().shortText())
        .param("words", Normalizer.normalize(version.text(), Normalizer.Form.NFC))
        .param("sources", lines(record.sources().stream().flatMap(AuditIndex::names)))
        .param(
            "model",
            lines(
                Stream.of(
                    record.model().provider(), record.model().name(), record.model().reported())))
        .param(
            "prompt",
            record.model().promptId()
                + " "
                + record.model().promptVersion()
                + " "
                + record.model().prompt())
        .param("people", people)
        .param("digest", record.digest().toString())
        .update();
    jdbc.sql("delete from audit_missing where brief_id = :brief and version = :version")
        .param("brief", version.briefId())
        .param("version", version.version())
        .update();
  }

  private static Stream<String> names(RecordedSource source) {
    Stream<String> outlet =
        source.deskNote() == null ? Stream.of(source.outlet()) : Stream.of(NOTE, source.outlet());
    return Stream.of(
            outlet,
            Stream.of(source.requested(), source.landed()),
            Stream.ofNullable(source.canonical()))
        .flatMap(each -> each);
  }

  private static Stream<String> people(ProvenanceRecord record) {
    Stream<String> reviewer =
        switch (record.review().reviewer()) {
          case RecordedReviewer.Person person -> Stream.of(person.name());
          case RecordedReviewer.Policy ignored -> Stream.empty();
        };
    Stream<String> authors =
        record.sentences().stream()
            .flatMap(sentence ->
                switch (sentence.author()) {
                  case RecordedAuthor.Person person -> Stream.of(person.name());
                  case RecordedAuthor.Model ignored -> Stream.empty();
                });
    RecordedReview.First first = record.review().first();
    return Stream.of(
            reviewer,
            Stream.of(record.review().responsible()),
            first == null ? Stream.<String>empty() : Stream.of(first.name()),
            authors)
        .flatMap(each -> each);
  }

  private static String lines(Stream<String> all) {
    Set<String> distinct = new LinkedHashSet<>();
    all.map(each -> each.replaceAll("\\R", " ").strip())
        .filter(each -> !each.isEmpty())
        .forEach(distinct::add);
    return String.join("\n", distinct);
  }

  /** The line of the text that the record knows as the headline; the slug where none is. */
  private static String headline(ProvenanceRecord record, String text) {
    Set<Digest> wanted = new LinkedHashSet<>();
    record.sentences().stream()
        .filter(sentence -> sentence.role().equals("headline"))
        .map(RecordedSentence::text)
        .forEach(wanted::add);
    return text.lines()
        .map(line -> line.replaceAll("( ?\\[[0-9]{1,3}])+$", "").strip())
        .filter(line -> wanted.contains(Digest.ofText(line)))
        .findFirst()
        .orElse(record.brief().slug());
  }

  private static ProvenanceRecord record(byte[] bytes) {
    try {
      return ProvenanceRecord.parse(bytes);
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a logged record is damaged: " + e.getMessage(), e);
    }
  }
}
