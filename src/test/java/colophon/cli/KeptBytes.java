package colophon.cli;

import colophon.publication.StepWatcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for bytes in the whole database of a newsroom. */
final class KeptBytes {

  private KeptBytes() {}

  static OpenNewsroom open(String home) {
    return OpenNewsroom.open(new Places().at(Path.of(home)), StepWatcher.NONE);
  }

  /** The bytes of an archived copy that is still here. */
  static byte[] anyCopy(String home) {
    try (var newsroom = open(home)) {
      return newsroom
          .room(JdbcClient.class)
          .sql("select bytes from snapshot_body where bytes is not null order by digest limit 1")
          .query(byte[].class)
          .single();
    }
  }

  static long rows(String home, String table) {
    try (var newsroom = open(home)) {
      return newsroom
          .room(JdbcClient.class)
          .sql("select count(*) from " + table)
          .query(Long.class)
          .single();
    }
  }

  /** Every column of every table that holds these bytes, by itself or inside of something. */
  static List<String> placesOf(String home, byte[] needle) {
    try (var newsroom = open(home)) {
      JdbcClient jdbc = newsroom.room(JdbcClient.class);
      List<String[]> columns =
          jdbc.sql(
                  """
                  select table_name, column_name, data_type from information_schema.columns
                  where table_schema = 'public' and data_type in ('bytea', 'text')
                  order by table_name, column_name
                  """)
              .query(
                  (row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
              .list();
      var places = new ArrayList<String>();
      for (String[] column : columns) {
        boolean text = column[2].equals("text");
        String bytes = text ? "convert_to(" + column[1] + ", 'UTF8')" : column[1];
        long found =
            jdbc.sql(
                    "select count(*) from "
                        + column[0]
                        + " where position(:needle in "
                        + bytes
                        + ") > 0")
                .param("needle", needle)
                .query(Long.class)
                .single();
        if (found > 0) {
          places.add(column[0] + "." + column[1]);
        }
      }
      return places;
    }
  }
}
