package colophon.desk;

import colophon.access.Throttle;
import colophon.edition.VersionPlan;
import colophon.publication.AuditIndex;
import colophon.publication.PublicationStore;
import colophon.tasks.TaskDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a reader says that something in a brief is wrong. No account, no script. */
@RestController
final class ReportPage {

  static final String PATH = "/report";

  /** How many reports one address may send in a while. */
  private static final int MOST_REPORTS = 5;

  private static final Duration WHILE = Duration.ofMinutes(15);

  /** The most briefs that the form offers; others are named by their address. */
  private static final int MOST_OFFERED = 100;

  private static final Pattern SLUG =
      Pattern.compile("(?:.*/briefs/)?([a-z0-9][a-z0-9-]*)(?:/.*)?");

  /**
   * The form.
   *
   * @param sent whether a report just arrived; the form is not shown then
   */
  public record View(
      String brief,
      String message,
      String contact,
      List<Offered> briefs,
      int mostMessage,
      int mostContact,
      String problem,
      boolean sent) {
    public View {
      briefs = List.copyOf(briefs);
    }
  }

  /** A brief that is out: what names it, and what else is told of it. */
  public record Offered(String name, String told) {}

  private final TaskDesk tasks;
  private final PublicationStore publications;
  private final Headlines headlines;
  private final AuditIndex index;
  private final Pages pages;
  private final Throttle throttle;

  ReportPage(
      TaskDesk tasks,
      PublicationStore publications,
      Headlines headlines,
      AuditIndex index,
      Pages pages,
      InstantSource clock) {
    this.tasks = tasks;
    this.publications = publications;
    this.headlines = headlines;
    this.index = index;
    this.pages = pages;
    this.throttle = new Throttle(clock, MOST_REPORTS, WHILE);
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(@RequestParam(defaultValue = "") String brief) {
    return page(HttpStatus.OK, view(named(brief), "", "", "", false));
  }

  @PostMapping(PATH)
  ResponseEntity<String> report(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String brief,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String contact) {
    String from = request.getRemoteAddr();
    Optional<Duration> wait = throttle.wait(from);
    if (wait.isPresent()) {
      return page(
          HttpStatus.TOO_MANY_REQUESTS,
          view(
              brief,
              message,
              contact,
              "Many reports came from your network just now. Send it again in "
                  + Math.max(1, wait.get().toMinutes() + 1)
                  + " minutes; your words stand below.",
              false));
    }
    Optional<VersionPlan> plan = plan(brief);
    if (plan.isEmpty()) {
      return page(
          HttpStatus.UNPROCESSABLE_CONTENT,
          view(
              brief,
              message,
              contact,
              "Say which brief it is: its headline as it stands on its page, or the address of that page.",
              false));
    }
    return switch (tasks.report(plan.get().briefId(), plan.get().version(), message, contact)) {
      case TaskDesk.Outcome.Done ignored -> {
        throttle.failed(from);
        yield page(HttpStatus.OK, view("", "", "", "", true));
      }
      case TaskDesk.Outcome.Refused refused ->
          page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              view(brief, message, contact, refused.reason(), false));
    };
  }

  /** A link of ours names a brief by what stands in its address; readers know its headline. */
  private String named(String brief) {
    Optional<VersionPlan> plan = addressed(brief);
    return plan.filter(each -> publications.withdrawal(each.briefId()).isEmpty())
        .map(headlines::of)
        .filter(headline -> index.titled(headline).equals(plan.map(VersionPlan::briefId)))
        .orElse(brief);
  }

  private Optional<VersionPlan> plan(String typed) {
    return addressed(typed).or(() -> index.titled(typed).flatMap(this::latest));
  }

  private Optional<VersionPlan> addressed(String typed) {
    Matcher named = SLUG.matcher(typed.strip());
    return named.matches()
        ? publications.briefId(named.group(1)).flatMap(this::latest)
        : Optional.empty();
  }

  private Optional<VersionPlan> latest(String briefId) {
    return publications.released(briefId).reversed().stream().findFirst();
  }

  private View view(String brief, String message, String contact, String problem, boolean sent) {
    // Of several briefs under one headline, that leads to the latest, and to the others their
    // place.
    Set<String> named = new HashSet<>();
    List<Offered> offered =
        sent
            ? List.of()
            : publications.current().stream()
                .filter(plan -> publications.withdrawal(plan.briefId()).isEmpty())
                .limit(MOST_OFFERED)
                .map(plan -> {
                  String headline = headlines.of(plan);
                  String address = "/briefs/" + plan.slug() + "/";
                  return named.add(headline)
                      ? new Offered(headline, address)
                      : new Offered(address, headline);
                })
                .toList();
    return new View(
        brief,
        message,
        contact,
        offered,
        TaskDesk.MOST_MESSAGE,
        TaskDesk.MOST_CONTACT,
        problem,
        sent);
  }

  private ResponseEntity<String> page(HttpStatus status, View view) {
    return pages.reader(status, "report", view);
  }
}
