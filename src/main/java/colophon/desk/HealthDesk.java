package colophon.desk;

import colophon.alert.AlertStore;
import colophon.llm.CallHistory;
import colophon.pipeline.AlertRules;
import colophon.pipeline.Definitions;
import colophon.pipeline.Orders;
import colophon.pipeline.RunHistory;
import colophon.publication.PublicationFigures;
import colophon.review.ReviewFigures;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How the newsroom is: what it needs, what is wrong, what was told of it, and the last thirty days.
 */
@RestController
final class HealthDesk {

  private static final int MOST_ALERTS = 30;
  private static final int MOST_MESSAGES = 30;

  /** What the page shows. */
  public record View(
      List<Need> needs,
      List<Alert> open,
      List<Alert> over,
      List<Message> messages,
      boolean silent,
      List<DayChart> charts) {
    public View {
      needs = List.copyOf(needs);
      open = List.copyOf(open);
      over = List.copyOf(over);
      messages = List.copyOf(messages);
      charts = List.copyOf(charts);
    }
  }

  /** Something that is needed, and how it stands. */
  public record Need(String words, boolean well, String detail) {}

  /** Something that is or was wrong. */
  public record Alert(String kind, String sentence, String began, String ended) {}

  /** Something that was sent. */
  public record Message(
      String subject, String to, String when, String outcome, String style, String answer) {}

  private final Definitions definitions;
  private final Readiness readiness;
  private final AlertStore alerts;
  private final RunHistory runs;
  private final PublicationFigures publications;
  private final ReviewFigures reviews;
  private final CallHistory calls;
  private final Pages pages;
  private final InstantSource clock;

  HealthDesk(
      Definitions definitions,
      Readiness readiness,
      AlertStore alerts,
      RunHistory runs,
      PublicationFigures publications,
      ReviewFigures reviews,
      CallHistory calls,
      Pages pages,
      InstantSource clock) {
    this.definitions = definitions;
    this.readiness = readiness;
    this.alerts = alerts;
    this.runs = runs;
    this.publications = publications;
    this.reviews = reviews;
    this.calls = calls;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk/health")
  ResponseEntity<String> page(HttpServletRequest request) {
    AlertRules rules = definitions.newsroom().alerts();
    var view =
        new View(
            readiness.needs().stream()
                .map(need -> new Need(need.words(), need.well(), need.detail()))
                .toList(),
            alerts.open().stream().map(HealthDesk::alert).toList(),
            alerts.latest(MOST_ALERTS).stream()
                .filter(each -> each.ended().isPresent())
                .map(HealthDesk::alert)
                .toList(),
            alerts.messages(MOST_MESSAGES).stream().map(HealthDesk::message).toList(),
            rules.silent(),
            charts());
    return pages.page(request, "health", "Health", "health", view);
  }

  private List<DayChart> charts() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Instant since = today.minusDays(DayChart.DAYS - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
    return List.of(
        DayChart.of("Runs", runs.byDay(since), today, Long::toString),
        DayChart.of("Briefs published", publications.releasedByDay(since), today, Long::toString),
        DayChart.of("Flags raised", reviews.flagsByDay(since), today, Long::toString),
        DayChart.of(
            "Cost of models",
            calls.microsByDay(since),
            today,
            micros -> OperatorWords.money(Orders.CURRENCY, micros)));
  }

  private static Alert alert(AlertStore.Alert alert) {
    return new Alert(
        alert.kind().replace('-', ' '),
        alert.sentence(),
        OperatorWords.exact(alert.began()),
        alert.ended().map(OperatorWords::exact).orElse(""));
  }

  private static Message message(AlertStore.Message message) {
    String style =
        switch (message.outcome()) {
          case "delivered" -> "ok";
          case "given up" -> "unsupported";
          default -> "weak";
        };
    return new Message(
        message.subject(),
        message.channel() + " " + message.recipient(),
        OperatorWords.exact(message.made()),
        (message.outcome().isEmpty() ? "waiting" : message.outcome())
            + (message.tries() > 1 ? ", " + message.tries() + " tries" : ""),
        style,
        message.answer());
  }
}
