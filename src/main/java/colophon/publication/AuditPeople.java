package colophon.publication;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who had to do with a released version: those whom its record names, and those who worked on its
 * draft at the desk. It follows from the record and from what the desk noted.
 */
public final class AuditPeople {

  /** The most names that a part of one may stand for; the others are left out. */
  private static final int MOST_NAMES = 1_000;

  /** The condition that somebody of one of these names is among them. */
  static final String NAMED =
      """
      (v.brief_id, v.version) in (
        select a.brief_id, a.version from audit_person a where a.name = any (:names))
      """;

  /** Those whom the record does not name, one a line, each with what they did. */
  static final String AT_THE_DESK =
      """
      array_to_string(array(
        select a.name || ' (' || string_agg(a.did, ', ' order by a.did) || ')'
        from audit_person a
        where a.brief_id = v.brief_id and a.version = v.version
          and not a.name = any(string_to_array(v.people, E'\\n'))
        group by a.name order by a.name), E'\\n') as at_the_desk
      """;

  private final JdbcClient jdbc;

  public AuditPeople(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The names that hold that, whatever its capitals. They are few, and the versions that they are
   * looked for in many, so they are worked out first.
   */
  List<String> named(String part) {
    return jdbc.sql(
            """
            select name from audit_name where position(lower(:part) in lower(name)) > 0
            order by name limit :most
            """)
        .param("part", part)
        .param("most", MOST_NAMES)
        .query(String.class)
        .list();
  }

  /**
   * Keeps the people of a version.
   *
   * @param recorded the names in its record, one a line
   */
  void add(String briefId, int version, String recorded) {
    jdbc.sql(
            """
            with known as materialized (
              select btrim(n.name) as name, 'stands in the record' as did
              from regexp_split_to_table(:recorded, '\n') as n (name)
              union
              select btrim(d.name), d.did from audit_desk_person d
              where d.brief_id = :brief and d.version = :version),
            names as (
              insert into audit_name select distinct name from known where name <> ''
              on conflict do nothing)
            insert into audit_person (brief_id, version, name, did)
            select :brief, :version, name, did from known where name <> ''
            on conflict do nothing
            """)
        .param("brief", briefId)
        .param("version", version)
        .param("recorded", recorded)
        .update();
  }

  /**
   * Forgets a name, inside the caller's transaction. The versions it stood at are read anew before
   * the next search, with what is known of them then.
   */
  public void forget(String name) {
    jdbc.sql(
            """
            delete from audit_version v where exists (
              select 1 from audit_person a
              where a.brief_id = v.brief_id and a.version = v.version and a.name = btrim(:name))
            """)
        .param("name", name)
        .update();
    jdbc.sql("delete from audit_name where name = btrim(:name)").param("name", name).update();
  }
}
