package colophon.publication;

import colophon.edition.VersionPlan;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What readers are shown of all briefs: the current version of each that is not withdrawn. */
final class ShownVersions {

  private static final String CURRENT =
      """
       p.version = (select max(r.version) from release r where r.brief_id = p.brief_id)
       and not exists (select 1 from withdrawal w where w.brief_id = p.brief_id)
      """;

  private final JdbcClient jdbc;

  ShownVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, the newest first. */
  List<VersionPlan> all() {
    return jdbc.sql(
            PublicationStore.COLUMNS
                + " where"
                + CURRENT
                + " order by p.published_at desc, p.brief_id")
        .query((row, n) -> PublicationStore.plan(row))
        .list();
  }

  /**
   * The newest of them, so many and those that are as old as the last, so that whoever sorts them
   * by something else as well finds all that may be among the newest.
   */
  List<VersionPlan> newest(int most) {
    return jdbc.sql(
            PublicationStore.COLUMNS
                + " where"
                + CURRENT
                + " order by p.published_at desc fetch first :most rows with ties")
        .param("most", most)
        .query((row, n) -> PublicationStore.plan(row))
        .list();
  }

  /**
   * The newest of those that were out before a version was shown, of other briefs: what its page
   * may point to. What is shown for the first time later never is among them.
   */
  List<VersionPlan> before(VersionPlan plan, int most) {
    return jdbc.sql(
            PublicationStore.COLUMNS
                + " where"
                + CURRENT
                + """
                   and p.brief_id <> :brief
                   and (select min(r.shown_at) from release r where r.brief_id = p.brief_id)
                     < (select min(r.shown_at) from release r
                        where r.brief_id = :brief and r.version = :version)
                 order by p.published_at desc, p.brief_id limit :most
                """)
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .param("most", most)
        .query((row, n) -> PublicationStore.plan(row))
        .list();
  }
}
