package colophon.desk;

import colophon.access.AccountStore;
import colophon.publication.AuditEntry;
import colophon.publication.AuditIndex;
import colophon.publication.AuditQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was published, for scripts of auditors: search, history, verification. */
@RestController
final class ApiAudit {

  /** What was found, the newest first; {@code next} is null at its end. */
  public record Found(List<Version> versions, long total, @Nullable Integer next) {
    public Found {
      versions = List.copyOf(versions);
    }
  }

  /** A released version as its record tells it, and what it is today. */
  public record Version(
      String brief,
      int version,
      String kind,
      String state,
      String headline,
      Instant publishedAt,
      String pipeline,
      String label,
      List<String> models,
      String prompt,
      List<String> people,
      List<String> sources,
      @Nullable String note,
      String record) {
    public Version {
      models = List.copyOf(models);
      people = List.copyOf(people);
      sources = List.copyOf(sources);
    }
  }

  /** How a brief came to be. */
  public record History(
      String brief,
      String headline,
      String state,
      String pipeline,
      List<HistoryView.Event> events,
      List<Part> versions) {
    public History {
      events = List.copyOf(events);
      versions = List.copyOf(versions);
    }
  }

  /** One version; {@code entry} is its index in the log. */
  public record Part(
      int version,
      String kind,
      String state,
      String record,
      long entry,
      Map<String, String> facts,
      List<HistoryView.SourceLine> sources) {
    public Part {
      sources = List.copyOf(sources);
    }
  }

  /** What the verifier found. */
  public record Verified(
      boolean intact,
      String said,
      List<FindingsView.Line> wrong,
      List<FindingsView.Line> checked,
      List<FindingsView.Line> notShown) {
    public Verified {
      wrong = List.copyOf(wrong);
      checked = List.copyOf(checked);
      notShown = List.copyOf(notShown);
    }
  }

  private final AuditIndex index;
  private final HistoryDesk histories;
  private final VersionCheck checks;
  private final AccountStore accounts;

  ApiAudit(AuditIndex index, HistoryDesk histories, VersionCheck checks, AccountStore accounts) {
    this.index = index;
    this.histories = histories;
    this.checks = checks;
    this.accounts = accounts;
  }

  /** Finds versions. What is found names people, so who asked is noted. */
  @GetMapping("/api/v1/audit")
  Found search(@RequestParam Map<String, String> asked) {
    var query =
        new AuditQuery(
            asked.getOrDefault("words", ""),
            asked.getOrDefault("source", ""),
            asked.getOrDefault("model", ""),
            asked.getOrDefault("prompt", ""),
            asked.getOrDefault("person", ""),
            asked.getOrDefault("label", ""),
            day(asked.get("from")),
            day(asked.get("to")),
            AuditQuery.Outcome.named(asked.getOrDefault("outcome", "any")));
    int skip = Integer.parseInt(asked.getOrDefault("skip", "0"));
    int limit = Integer.parseInt(asked.getOrDefault("limit", "50"));
    AuditIndex.Found found = index.find(query, limit, skip);
    ApiUser user = ApiUser.current();
    accounts.act(
        user.getName(),
        "exported a search",
        "audit",
        found.entries().size() + " lines: " + asked + ", " + user.through());
    return new Found(
        found.entries().stream().map(ApiAudit::version).toList(),
        found.total(),
        skip + found.entries().size() < found.total() ? skip + found.entries().size() : null);
  }

  @GetMapping("/api/v1/audit/{brief}")
  History history(@PathVariable String brief) {
    HistoryView view = histories.history(brief);
    return new History(
        view.slug(),
        view.headline(),
        view.state(),
        view.pipeline(),
        view.events(),
        view.versions().stream().map(ApiAudit::part).toList());
  }

  @PostMapping("/api/v1/audit/{brief}/{version}/verify")
  Verified verify(@PathVariable String brief, @PathVariable String version) {
    FindingsView found = checks.of(histories.version(brief, version));
    return new Verified(
        found.wrong().isEmpty(), found.outcome(), found.wrong(), found.checked(), found.notShown());
  }

  private static Part part(HistoryView.VersionPart part) {
    Map<String, String> facts = new LinkedHashMap<>();
    part.facts().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
    return new Part(
        part.number(),
        part.kind(),
        part.state(),
        part.record(),
        part.entry(),
        facts,
        part.sources());
  }

  private static Version version(AuditEntry entry) {
    return new Version(
        entry.plan().slug().value(),
        entry.plan().version(),
        ApiDraft.word(entry.plan().kind()),
        entry.state(),
        entry.headline(),
        entry.plan().publishedAt(),
        entry.plan().pipeline(),
        entry.label(),
        entry.model().lines().distinct().toList(),
        entry.prompt(),
        entry.people(),
        entry.sources(),
        entry.plan().note(),
        entry.record());
  }

  private static @Nullable LocalDate day(@Nullable String typed) {
    try {
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new ApiProblem(
          ApiProblem.Kind.INVALID_REQUEST, "\"" + typed + "\" is no day; write it as 2026-11-26.");
    }
  }
}
