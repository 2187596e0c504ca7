package colophon.evidence;

import colophon.attest.KeysUnusableException;
import colophon.pipeline.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erases what the newsroom's retention rules say is due, once a day while a node serves. */
public final class RetentionSweep {

  /** The hour of the day from which on it is done, in the newsroom's zone. */
  static final int QUIET_HOUR = 3;

  /**
   * What is due of one class.
   *
   * @param before what was kept earlier is due
   */
  public record Due(ErasureClass of, Period period, Instant before, ErasurePlan plan) {

    /** By order of whom it goes. */
    public String by() {
      return "the newsroom's retention rule";
    }

    /** Why it goes. */
    public String reason() {
      return of.text() + " are kept for " + period;
    }
  }

  private final ErasureDesk desk;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  public RetentionSweep(ErasureDesk desk, JdbcClient jdbc, InstantSource clock) {
    this.desk = desk;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is older than a period, in whole days of UTC. */
  public Due due(ErasureClass of, Period period) {
    Instant before =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .minus(period)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return new Due(of, period, before, desk.before(of, before));
  }

  /**
   * Erases what is due, where a period is set, it is past the quiet hour, and that day's has not
   * been done.
   *
   * @param zone the newsroom's
   * @return what was done, in a sentence; empty where it was not the time
   * @throws KeysUnusableException where no tombstone can be signed; the day is tried again then
   */
  public Optional<String> daily(Retention retention, ZoneId zone) throws KeysUnusableException {
    ZonedDateTime now = clock.instant().atZone(zone);
    LocalDate day = now.toLocalDate();
    if (retention.periods().isEmpty() || now.getHour() < QUIET_HOUR || done(day)) {
      return Optional.empty();
    }
    var told = new ArrayList<String>();
    int erased = 0;
    int held = 0;
    for (ErasureClass each : ErasureClass.values()) {
      Period period = retention.periods().get(each.word());
      if (period != null) {
        Due due = due(each, period);
        int gone = desk.erase(due.plan(), due.by(), due.reason()).size();
        told.add(gone + " " + each.text());
        erased += gone;
        held += due.plan().stays().size();
      }
    }
    keep(day, erased, held);
    return Optional.of(
        "Erased by rule: "
            + String.join(", ", told)
            + (held == 0 ? "." : "; kept by a legal hold: " + held + "."));
  }

  private boolean done(LocalDate day) {
    return jdbc.sql("select count(*) from retention_day where day = :day")
            .param("day", day)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void keep(LocalDate day, int erased, int held) {
    jdbc.sql(
            """
            insert into retention_day (day, swept_at, erased, held)
            values (:day, :now, :erased, :held) on conflict do nothing
            """)
        .param("day", day)
        .param("now", Timestamp.from(clock.instant()))
        .param("erased", erased)
        .param("held", held)
        .update();
  }
}
