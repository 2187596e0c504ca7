package colophon.desk;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A document that a source reserved in a header, and that could not be read and is set aside. */
final class OddDocument {

  static final String ADDRESS = "https://odd.example/x";

  private OddDocument() {}

  /** Keeps it as one of the source "wire". */
  static void keep(JdbcClient jdbc) {
    jdbc.sql("insert into snapshot_body values ('sha256:odd', '\\x00', now())").update();
    jdbc.sql(
            """
            insert into reading (source_id, requested, outcome, ended_at, digest, decoded_digest,
              landed, status, request_headers, response_headers)
            values ('wire', :address, 'fetched', now(), 'sha256:odd', 'sha256:odd',
              :address, 200, convert_to('{}', 'UTF8'),
              convert_to('{"x-robots-tag":["noai"]}', 'UTF8'))
            """)
        .param("address", ADDRESS)
        .update();
    jdbc.sql(
            """
            insert into captured_item (source_id, reading_id, hint)
            select 'wire', id, '\\x00' from reading where digest = 'sha256:odd'
            """)
        .update();
    settle(jdbc);
    jdbc.sql("insert into extraction_try values ('wire', :address, 'sha256:odd', 3, now())")
        .param("address", ADDRESS)
        .update();
    jdbc.sql(
            """
            insert into unread_document (source_id, address, snapshot, outcome, reason, noted_at)
            values ('wire', :address, 'sha256:odd', 'unreadable', 'It is no document.', now())
            """)
        .param("address", ADDRESS)
        .update();
  }

  /** Closes whatever is open, so that no run comes upon it. */
  static void settle(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into settled_item select id, now() from captured_item
            where id not in (select item_id from settled_item)
            """)
        .update();
  }
}
