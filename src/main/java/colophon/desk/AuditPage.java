package colophon.desk;

import colophon.access.AccountStore;
import colophon.publication.AuditEntry;
import colophon.publication.AuditIndex;
import colophon.publication.AuditQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an auditor looks for what was published, and how it came to be. */
@RestController
final class AuditPage {

  /** The lines of one page. */
  static final int LINES = 50;

  /** The most lines of an export. */
  static final int MOST_EXPORTED = 100_000;

  /** The longest text that is looked for, in characters. */
  private static final int MOST_CHARACTERS = 500;

  private static final List<String> FIELDS =
      List.of("words", "source", "model", "prompt", "person", "label", "from", "to", "outcome");

  /**
   * The search and what it found.
   *
   * @param asked each field of the search by its name, as it was typed
   * @param labels that can be chosen
   * @param before the address of the page before; empty where there is none
   * @param after the address of the page after; empty where there is none
   */
  public record View(
      Map<String, String> asked,
      List<String> labels,
      String problem,
      List<Line> lines,
      long total,
      String before,
      String after,
      String export) {
    public View {
      asked = Map.copyOf(asked);
      labels = List.copyOf(labels);
      lines = List.copyOf(lines);
    }
  }

  /** One released version. */
  public record Line(
      String slug,
      int version,
      String headline,
      String state,
      String when,
      String pipeline,
      String label,
      String model,
      String people,
      String sources) {}

  /** A search as it was typed, and as it is understood. */
  private record Asked(Map<String, String> typed, AuditQuery query, String problem) {}

  private final AuditIndex index;
  private final AccountStore accounts;
  private final Pages pages;

  AuditPage(AuditIndex index, AccountStore accounts, Pages pages) {
    this.index = index;
    this.accounts = accounts;
    this.pages = pages;
  }

  @GetMapping("/desk/audit")
  ResponseEntity<String> page(
      HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    Asked asked = asked(parameters);
    long page = page(parameters.getOrDefault("page", ""));
    AuditIndex.Found found = index.find(asked.query(), LINES, page * LINES);
    String search = address(asked.typed());
    var view =
        new View(
            asked.typed(),
            index.labels(),
            asked.problem(),
            found.entries().stream().map(AuditPage::line).toList(),
            found.total(),
            page == 0 ? "" : "/desk/audit?" + search + "page=" + (page - 1),
            (page + 1) * LINES >= found.total()
                ? ""
                : "/desk/audit?" + search + "page=" + (page + 1),
            "/desk/audit.csv?" + search);
    return pages.page(
        request,
        asked.problem().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "audit",
        "Audit",
        "audit",
        view);
  }

  /** The same as a table for a spreadsheet. It names people, so who took it is noted. */
  @GetMapping("/desk/audit.csv")
  ResponseEntity<String> export(@RequestParam Map<String, String> parameters) {
    Asked asked = asked(parameters);
    AuditIndex.Found found = index.find(asked.query(), MOST_EXPORTED, 0);
    accounts.act(
        Pages.user().account().login(),
        "exported a search",
        "audit",
        found.entries().size() + " lines: " + asked.typed());
    var csv =
        new Csv()
            .row(
                List.of(
                    "brief",
                    "version",
                    "kind",
                    "state",
                    "headline",
                    "published",
                    "pipeline",
                    "label",
                    "model",
                    "prompt",
                    "people",
                    "sources",
                    "note",
                    "record",
                    "at the desk"));
    for (AuditEntry entry : found.entries()) {
      String note = entry.plan().note();
      csv.row(
          List.of(
              entry.plan().slug().value(),
              Integer.toString(entry.plan().version()),
              DeskWords.kind(entry.plan().kind()),
              entry.state(),
              entry.headline(),
              entry.plan().publishedAt().toString(),
              entry.plan().pipeline(),
              entry.label(),
              entry.model().replace('\n', ' '),
              entry.prompt(),
              String.join("; ", entry.people()),
              String.join("; ", entry.sources()),
              note == null ? "" : note,
              entry.record(),
              String.join("; ", entry.atTheDesk())));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .body(csv.toString());
  }

  private static Line line(AuditEntry entry) {
    return new Line(
        entry.plan().slug().value(),
        entry.plan().version(),
        entry.headline(),
        entry.state(),
        DeskWords.day(entry.plan().publishedAt()),
        entry.plan().pipeline(),
        entry.label(),
        String.join(" · ", entry.model().lines().distinct().toList()),
        (entry.people().isEmpty()
                ? "nobody: a rule of the pipeline"
                : String.join(", ", entry.people()))
            + (entry.atTheDesk().isEmpty()
                ? ""
                : "; at the desk: " + String.join(", ", entry.atTheDesk())),
        String.join(", ", entry.sources().stream().filter(AuditPage::isName).toList()));
  }

  /** Not an address; a copy without a public one is told by its outlet, or as a desk note. */
  private static boolean isName(String source) {
    return !source.contains("://") && !source.startsWith("urn:");
  }

  private static Asked asked(Map<String, String> parameters) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : FIELDS) {
      String text = parameters.getOrDefault(field, "").replace("\0", "").strip();
      typed.put(field, text.substring(0, Math.min(MOST_CHARACTERS, text.length())));
    }
    var problems = new ArrayList<String>();
    LocalDate from = day(typed.getOrDefault("from", ""), problems);
    LocalDate to = day(typed.getOrDefault("to", ""), problems);
    boolean backwards = from != null && to != null && from.isAfter(to);
    if (backwards) {
      problems.add(
          "Give the earlier day first: \""
              + from
              + "\" is after \""
              + to
              + "\". Both were left out.");
    }
    var query =
        new AuditQuery(
            typed.getOrDefault("words", ""),
            typed.getOrDefault("source", ""),
            typed.getOrDefault("model", ""),
            typed.getOrDefault("prompt", ""),
            typed.getOrDefault("person", ""),
            typed.getOrDefault("label", ""),
            backwards ? null : from,
            backwards ? null : to,
            AuditQuery.Outcome.named(typed.getOrDefault("outcome", "")));
    return new Asked(typed, query, String.join(" ", problems));
  }

  private static @Nullable LocalDate day(String typed, List<String> problems) {
    if (typed.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(typed);
      if (day.getYear() >= 1900 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Said below.
    }
    problems.add("\"" + typed + "\" is no day; write it as 2026-11-26. It was left out.");
    return null;
  }

  private static long page(String typed) {
    return typed.matches("[0-9]{1,6}") ? Long.parseLong(typed) : 0;
  }

  /** The search as the beginning of a query, with its last stroke. */
  private static String address(Map<String, String> typed) {
    var address = new StringBuilder();
    typed.forEach((name, text) -> {
      if (!text.isEmpty()) {
        address
            .append(name)
            .append('=')
            .append(URLEncoder.encode(text, StandardCharsets.UTF_8))
            .append('&');
      }
    });
    return address.toString();
  }
}
