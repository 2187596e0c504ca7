package colophon.publication;

import colophon.brief.Draft;
import colophon.edition.VersionPlan;
import colophon.kernel.Slug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Planned, released and withdrawn versions. */
public final class PublicationStore {

  static final String COLUMNS =
      """
      select p.brief_id, p.version, p.slug, p.kind, p.note, p.pipeline, p.published_at,
             (select f.published_at from planned_version f
               where f.brief_id = p.brief_id and f.version = 1) as first_published_at
      from planned_version p
      """;

  /** The drafts whose version is neither logged nor refused nor withdrawn. */
  static final String BEGUN =
      """
      select p.draft_id from planned_version p
      where not exists (select 1 from outbox o
                        where o.brief_id = p.brief_id and o.version = p.version)
        and not exists (select 1 from release r
                        where r.brief_id = p.brief_id and r.version = p.version)
        and not exists (select 1 from refusal f where f.draft_id = p.draft_id)
        and not exists (select 1 from withdrawal w where w.brief_id = p.brief_id)
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final WithdrawalStore withdrawals;
  private final ShownVersions shown;

  public PublicationStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.withdrawals = new WithdrawalStore(jdbc, clock);
    this.shown = new ShownVersions(jdbc);
  }

  WithdrawalStore withdrawals() {
    return withdrawals;
  }

  /** The version a draft becomes: decided now, or found as it was decided. Needs a transaction. */
  VersionPlan plan(PublicationOrder order) {
    Draft draft = order.approved().draft();
    // One decision at a time: two nodes must not give two drafts one number or one slug.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('colophon version', 0))")
        .query((row, n) -> true)
        .list();
    Optional<VersionPlan> planned = ofDraft(draft.id());
    if (planned.isPresent()) {
      return closeGap(planned.get(), draft.id());
    }
    int version = latestVersion(order.briefId()) + 1;
    VersionPlan.Kind kind = version == 1 ? VersionPlan.Kind.ORIGINAL : order.kind();
    jdbc.sql(
            """
            insert into planned_version (brief_id, version, draft_id, slug, kind, note, pipeline,
                                         published_at)
            values (:brief, :version, :draft, :slug, :kind, :note, :pipeline,
                    :now)
            """)
        .param("brief", order.briefId())
        .param("version", version)
        .param("draft", draft.id())
        .param("slug", slug(order.briefId(), draft.brief().headline().text()).value())
        .param("kind", kind.name())
        .param("note", kind == VersionPlan.Kind.ORIGINAL ? null : order.note())
        .param("pipeline", order.pipeline())
        .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)))
        .update();
    return ofDraft(draft.id()).orElseThrow();
  }

  /** An unlogged version moves up where the one before it was refused and gave its number back. */
  private VersionPlan closeGap(VersionPlan planned, String draftId) {
    jdbc.sql(
            """
            update planned_version p
            set version = e.latest + 1,
                kind = case when e.latest = 0 then 'ORIGINAL' else p.kind end,
                note = case when e.latest = 0 then null else p.note end
            from (select coalesce(max(version), 0) as latest from planned_version
                  where brief_id = :brief and version < :version) e
            where p.draft_id = :draft and p.version > e.latest + 1
            """
                + " and p.draft_id in ("
                + BEGUN
                + ")")
        .param("brief", planned.briefId())
        .param("version", planned.version())
        .param("draft", draftId)
        .update();
    return ofDraft(draftId).orElseThrow();
  }

  /** Whether a version before this one is begun and neither logged nor refused yet. */
  boolean waitsForEarlier(VersionPlan plan) {
    return jdbc.sql(
                "select count(*) from planned_version e where e.brief_id = :brief"
                    + " and e.version < :version and e.draft_id in ("
                    + BEGUN
                    + ")")
            .param("brief", plan.briefId())
            .param("version", plan.version())
            .query(Integer.class)
            .single()
        > 0;
  }

  private Slug slug(String briefId, String headline) {
    Optional<String> kept =
        jdbc.sql("select slug from planned_version where brief_id = :brief and version = 1")
            .param("brief", briefId)
            .query(String.class)
            .optional();
    if (kept.isPresent()) {
      return new Slug(kept.get());
    }
    Slug wanted = Slug.of(headline, new Slug(briefId));
    boolean taken =
        jdbc.sql("select count(*) from planned_version where slug = :slug")
                .param("slug", wanted.value())
                .query(Integer.class)
                .single()
            > 0;
    if (!taken) {
      return wanted;
    }
    String ending = "-" + briefId.substring(briefId.length() - 6);
    String start = wanted.value();
    int room = Slug.MOST_CHARACTERS - ending.length();
    String cut = start.length() > room ? start.substring(0, room) : start;
    return new Slug(cut.replaceAll("-+$", "") + ending);
  }

  /**
   * What the press refused gives its number back: it was never logged, and the next one takes it.
   */
  void giveBack(VersionPlan plan) {
    jdbc.sql("delete from planned_version where brief_id = :brief and version = :version")
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .update();
  }

  /** The version a draft became, where it was decided. */
  public Optional<VersionPlan> ofDraft(String draftId) {
    return jdbc.sql(COLUMNS + " where p.draft_id = :draft")
        .param("draft", draftId)
        .query((row, n) -> plan(row))
        .optional();
  }

  /** The draft that became a version. */
  public Optional<String> draftOf(String briefId, int version) {
    return jdbc.sql(
            "select draft_id from planned_version where brief_id = :brief and version = :version")
        .param("brief", briefId)
        .param("version", version)
        .query(String.class)
        .optional();
  }

  /** The pipeline of a brief. */
  public String pipelineOf(String briefId) {
    return jdbc.sql("select pipeline from planned_version where brief_id = :brief limit 1")
        .param("brief", briefId)
        .query(String.class)
        .single();
  }

  private int latestVersion(String briefId) {
    return jdbc.sql("select coalesce(max(version), 0) from planned_version where brief_id = :brief")
        .param("brief", briefId)
        .query(Integer.class)
        .single();
  }

  /** Every version of a brief that readers can see, the oldest first. */
  public List<VersionPlan> released(String briefId) {
    return jdbc.sql(
            COLUMNS
                + " where p.brief_id = :brief and exists (select 1 from release r"
                + " where r.brief_id = p.brief_id and r.version = p.version) order by p.version")
        .param("brief", briefId)
        .query((row, n) -> plan(row))
        .list();
  }

  /** The current version of every brief that is out and not withdrawn, the newest first. */
  public List<VersionPlan> current() {
    return shown.all();
  }

  /** When each pipeline last brought out a version, by the pipeline's name. */
  public SortedMap<String, Instant> latestByPipeline() {
    var latest = new TreeMap<String, Instant>();
    jdbc.sql(
            """
            select p.pipeline, max(p.published_at) as latest from planned_version p
            where exists (select 1 from release r
              where r.brief_id = p.brief_id and r.version = p.version)
            group by p.pipeline
            """)
        .query(row -> {
          latest.put(row.getString("pipeline"), row.getTimestamp("latest").toInstant());
        });
    return Collections.unmodifiableSortedMap(latest);
  }

  /** What readers are shown of all briefs. */
  ShownVersions shown() {
    return shown;
  }

  /**
   * The drafts that were given a version and came no further, the oldest first: neither logged nor
   * refused nor withdrawn.
   */
  public List<String> begunDrafts() {
    return jdbc.sql(
            "select draft_id from planned_version where draft_id in ("
                + BEGUN
                + ") order by published_at, brief_id, version")
        .query(String.class)
        .list();
  }

  void putOutbox(VersionPlan plan) {
    jdbc.sql(
            """
            insert into outbox (brief_id, version, put_at) values (:brief, :version, :now)
            on conflict do nothing
            """)
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** What is logged and not yet released, in the order it was logged. */
  List<VersionPlan> outbox() {
    return jdbc.sql(
            COLUMNS
                + " join outbox o on o.brief_id = p.brief_id and o.version = p.version"
                + " order by o.put_at, p.brief_id, p.version")
        .query((row, n) -> plan(row))
        .list();
  }

  /** From now on permalink, index and feeds show it. */
  void show(VersionPlan plan, String channel) {
    jdbc.sql(
            """
            insert into release (brief_id, version, channel, shown_at)
            values (:brief, :version, :channel, :now) on conflict do nothing
            """)
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .param("channel", channel)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Every place shows it: nothing is left to do. */
  void release(VersionPlan plan, String channel) {
    jdbc.sql(
            """
            update release set released_at = coalesce(released_at, :now)
            where brief_id = :brief and version = :version and channel = :channel
            """)
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .param("channel", channel)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("delete from outbox where brief_id = :brief and version = :version")
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .update();
  }

  void refuse(VersionPlan plan, List<String> reasons) {
    jdbc.sql(
            """
            insert into refusal (brief_id, version, reason, refused_at, draft_id)
            values (:brief, :version, :reason, :now,
                    (select draft_id from planned_version
                     where brief_id = :brief and version = :version))
            on conflict do nothing
            """)
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .param("reason", String.join("\n", reasons))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("delete from outbox where brief_id = :brief and version = :version")
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .update();
  }

  /**
   * Takes a withdrawn brief's versions out of the outbox and gives those that no reader has been
   * shown; they count as refused.
   */
  List<VersionPlan> dropOutbox(String briefId) {
    List<VersionPlan> unseen =
        jdbc.sql(
                COLUMNS
                    + """
                     join outbox o on o.brief_id = p.brief_id and o.version = p.version
                     where p.brief_id = :brief
                       and not exists (select 1 from release r
                                       where r.brief_id = p.brief_id and r.version = p.version)
                     order by p.version
                    """)
            .param("brief", briefId)
            .query((row, n) -> plan(row))
            .list();
    unseen.forEach(plan -> refuse(plan, List.of(Publisher.WITHDRAWN)));
    jdbc.sql("delete from outbox where brief_id = :brief").param("brief", briefId).update();
    return unseen;
  }

  /** The withdrawal of a brief, where it was taken back. */
  public Optional<Withdrawal> withdrawal(String briefId) {
    return withdrawals.find(briefId);
  }

  /** Every version of a brief that is logged and was not refused: out, or on its way. */
  public List<VersionPlan> outOrOnItsWay(String briefId) {
    return jdbc.sql(
            COLUMNS
                + """
                 where p.brief_id = :brief
                   and (exists (select 1 from release r
                                where r.brief_id = p.brief_id and r.version = p.version)
                     or exists (select 1 from outbox o
                                where o.brief_id = p.brief_id and o.version = p.version))
                 order by p.version
                """)
        .param("brief", briefId)
        .query((row, n) -> plan(row))
        .list();
  }

  /** The id of the brief with that id or slug. */
  public Optional<String> briefId(String idOrSlug) {
    return jdbc.sql(
            "select brief_id from planned_version where brief_id = :name or slug = :name limit 1")
        .param("name", idOrSlug)
        .query(String.class)
        .optional();
  }

  static VersionPlan plan(ResultSet row) throws SQLException {
    Instant published = row.getTimestamp("published_at").toInstant();
    return new VersionPlan(
        row.getString("brief_id"),
        new Slug(row.getString("slug")),
        row.getInt("version"),
        VersionPlan.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("note"),
        published,
        row.getTimestamp("first_published_at").toInstant(),
        row.getString("pipeline"));
  }
}
