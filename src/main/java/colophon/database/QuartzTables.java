package colophon.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tables of the scheduler from the script that travels with it. The script drops tables
 * and commits by itself; both would break a migration that must be all or nothing, so those lines
 * are left out.
 */
final class QuartzTables implements JavaMigration {

  private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("091");
  }

  @Override
  public String getDescription() {
    return "quartz";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    try (var statement = context.getConnection().createStatement()) {
      statement.execute(script());
    }
  }

  private static String script() throws IOException {
    try (InputStream in = QuartzTables.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException("Quartz came without its tables: " + SCRIPT);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.stripLeading().regionMatches(true, 0, "drop table", 0, 10))
          .filter(line -> !line.strip().equalsIgnoreCase("commit;"))
          .collect(Collectors.joining("\n"));
    }
  }
}
