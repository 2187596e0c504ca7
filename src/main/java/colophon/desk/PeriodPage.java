package colophon.desk;

import colophon.access.AccountStore;
import colophon.edition.VersionPlan;
import colophon.publication.Withdrawal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The report of a period: what went out under which label, how it was reviewed, what was
 * overridden, corrected and withdrawn. It names people, so who asked for it is noted.
 */
@RestController
final class PeriodPage {

  /** A report covers the last so many days where nothing is said. */
  private static final int DAYS = 30;

  /** The report. */
  public record View(
      String from,
      String to,
      String problem,
      boolean cut,
      int versions,
      SortedMap<String, Integer> kinds,
      SortedMap<String, Integer> labels,
      SortedMap<String, Integer> reviews,
      List<Line> overrides,
      List<Line> corrections,
      List<Taken> withdrawals,
      String export) {
    public View {
      overrides = List.copyOf(overrides);
      corrections = List.copyOf(corrections);
      withdrawals = List.copyOf(withdrawals);
    }
  }

  /** A version that was overridden or corrects another one. */
  public record Line(
      String slug, int version, String headline, String when, String by, String why) {}

  /** A brief that was taken back. */
  public record Taken(String slug, String headline, String when, String by, String why) {}

  private record Days(LocalDate from, LocalDate to, String problem) {}

  private final PeriodDesk desk;
  private final AccountStore accounts;
  private final Pages pages;
  private final InstantSource clock;

  PeriodPage(PeriodDesk desk, AccountStore accounts, Pages pages, InstantSource clock) {
    this.desk = desk;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk/report")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    Days days = days(from, to);
    PeriodDesk.Period period = desk.of(days.from(), days.to());
    noted("read the report of a period", days);
    var view =
        new View(
            days.from().toString(),
            days.to().toString(),
            days.problem(),
            period.cut(),
            period.rows().size(),
            period.counted(row -> DeskWords.kind(row.entry().plan().kind())),
            period.counted(row -> row.entry().label()),
            period.counted(PeriodDesk.Row::review),
            period.rows().stream()
                .filter(row -> !row.override().isEmpty())
                .map(row -> line(row, row.override()))
                .toList(),
            period.rows().stream()
                .filter(row -> row.entry().plan().kind() == VersionPlan.Kind.CORRECTION)
                .map(row -> line(row, note(row)))
                .toList(),
            period.withdrawals().stream().map(this::taken).toList(),
            "/desk/report.csv?from=" + days.from() + "&to=" + days.to());
    return pages.page(
        request,
        days.problem().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "period",
        "Report",
        "report",
        view);
  }

  /** The same, a line for each version and each withdrawal. */
  @GetMapping("/desk/report.csv")
  ResponseEntity<String> export(
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
    Days days = days(from, to);
    PeriodDesk.Period period = desk.of(days.from(), days.to());
    noted("exported the report of a period", days);
    var csv =
        new Csv()
            .row(
                List.of(
                    "brief",
                    "version",
                    "what",
                    "when",
                    "headline",
                    "label",
                    "review",
                    "by",
                    "override",
                    "note",
                    "state today",
                    "record"));
    for (PeriodDesk.Row row : period.rows()) {
      csv.row(
          List.of(
              row.entry().plan().slug().value(),
              Integer.toString(row.entry().plan().version()),
              DeskWords.kind(row.entry().plan().kind()),
              row.entry().plan().publishedAt().toString(),
              row.entry().headline(),
              row.entry().label(),
              row.review(),
              row.approvedBy(),
              row.override(),
              note(row),
              row.entry().state(),
              row.entry().record()));
    }
    for (Withdrawal taken : period.withdrawals()) {
      csv.row(
          List.of(
              desk.slug(taken.briefId()),
              "",
              "withdrawal",
              taken.at().toString(),
              desk.headline(taken.briefId()),
              "",
              "",
              taken.by(),
              "",
              taken.reason(),
              "withdrawn",
              ""));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"report-" + days.from() + "-" + days.to() + ".csv\"")
        .body(csv.toString());
  }

  private void noted(String act, Days days) {
    accounts.act(Pages.user().getName(), act, "audit", "from " + days.from() + " to " + days.to());
  }

  private static Line line(PeriodDesk.Row row, String why) {
    return new Line(
        row.entry().plan().slug().value(),
        row.entry().plan().version(),
        row.entry().headline(),
        DeskWords.day(row.entry().plan().publishedAt()),
        row.approvedBy(),
        why);
  }

  private Taken taken(Withdrawal taken) {
    return new Taken(
        desk.slug(taken.briefId()),
        desk.headline(taken.briefId()),
        DeskWords.day(taken.at()),
        taken.by(),
        taken.reason());
  }

  private static String note(PeriodDesk.Row row) {
    String note = row.entry().plan().note();
    return note == null ? "" : note;
  }

  private Days days(String from, String to) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try {
      LocalDate last = to.isBlank() ? today : LocalDate.parse(to.strip());
      LocalDate first = from.isBlank() ? last.minusDays(DAYS) : LocalDate.parse(from.strip());
      if (first.getYear() >= 1900 && last.getYear() <= 9999 && !first.isAfter(last)) {
        return new Days(first, last, "");
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    return new Days(
        today.minusDays(DAYS),
        today,
        "Give two days, the earlier one first, such as 2026-11-01 and 2026-11-30. Shown are the last "
            + DAYS
            + " days.");
  }
}
