package colophon.desk;

import colophon.access.Role;
import colophon.article.Quarantine;
import colophon.article.UnreadDocument;
import colophon.capture.PollStore;
import colophon.capture.RightsOverrides;
import colophon.capture.SignalStore;
import colophon.capture.Source;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is read, how that goes, and what was set aside. */
@RestController
final class SourcesPage {

  /** The most documents set aside that are shown. */
  private static final int MOST_SET_ASIDE = 500;

  /** The most troubles of one poll that are shown. */
  private static final int MOST_TROUBLES = 20;

  /** The sources by pipeline. */
  public record View(List<Group> groups, List<Aside> others, boolean mayAct, boolean retried) {
    public View {
      groups = List.copyOf(groups);
      others = List.copyOf(others);
    }
  }

  /** The sources of one pipeline. */
  public record Group(String pipeline, String title, List<Line> sources) {
    public Group {
      sources = List.copyOf(sources);
    }
  }

  /**
   * One source.
   *
   * @param style {@code ok}, {@code weak} or {@code unsupported}; empty where it was never polled
   * @param last what its last poll brought
   * @param next when it may be polled again
   */
  public record Line(
      String id,
      String outlet,
      String kind,
      String address,
      String every,
      String style,
      String last,
      String next,
      List<String> troubles,
      List<Signal> signals,
      List<Aside> aside) {
    public Line {
      troubles = List.copyOf(troubles);
      signals = List.copyOf(signals);
      aside = List.copyOf(aside);
    }
  }

  /**
   * What a source said about use.
   *
   * @param seen where and when it was last seen
   * @param decision who uses it all the same, and why; empty where nobody said
   */
  public record Signal(String kind, String raw, String seen, String decision) {}

  /** A document that was set aside, and why. */
  public record Aside(String source, String address, String reason, String since, int tries) {}

  private final Definitions definitions;
  private final PollStore polls;
  private final SignalStore signals;
  private final RightsOverrides overrides;
  private final Quarantine quarantine;
  private final Pages pages;
  private final InstantSource clock;

  SourcesPage(
      Definitions definitions,
      PollStore polls,
      SignalStore signals,
      RightsOverrides overrides,
      Quarantine quarantine,
      Pages pages,
      InstantSource clock) {
    this.definitions = definitions;
    this.polls = polls;
    this.signals = signals;
    this.overrides = overrides;
    this.quarantine = quarantine;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk/sources")
  ResponseEntity<String> page(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String retried) {
    List<UnreadDocument> aside = quarantine.setAside(MOST_SET_ASIDE);
    List<String> known =
        definitions.pipelines().values().stream()
            .flatMap(pipeline -> pipeline.sources().stream())
            .map(Source::id)
            .toList();
    var view =
        new View(
            definitions.pipelines().values().stream()
                .map(pipeline -> group(pipeline, aside))
                .toList(),
            aside.stream()
                .filter(document -> !known.contains(document.sourceId()))
                .map(SourcesPage::line)
                .toList(),
            Pages.user().is(Role.OPERATOR),
            retried != null);
    return pages.page(request, "sources", "Sources", "sources", view);
  }

  /** Says that a source fails, since when it rests, and what happens next. */
  static String failing(Source source, PollStore.PastPoll poll, Instant now) {
    int failures = poll.failuresInARow();
    return "The source "
        + source.id()
        + " ("
        + source.outlet()
        + ") failed "
        + (failures == 1 ? "once" : failures + " times in a row")
        + ". "
        + poll.problems().stream().findFirst().map(first -> first.reason() + " ").orElse("")
        + next(poll, now);
  }

  private static String next(PollStore.PastPoll poll, Instant now) {
    return poll.nextPoll().isAfter(now)
        ? "The next try is at "
            + OperatorWords.utc(poll.nextPoll())
            + ", "
            + OperatorWords.until(poll.nextPoll(), now)
            + "."
        : "It is tried again with the next poll.";
  }

  private Group group(Pipeline pipeline, List<UnreadDocument> aside) {
    return new Group(
        pipeline.name(),
        pipeline.title(),
        pipeline.sources().stream().map(source -> line(source, aside)).toList());
  }

  private Line line(Source source, List<UnreadDocument> aside) {
    Instant now = clock.instant();
    Optional<PollStore.PastPoll> last = polls.lastOf(source.id());
    return new Line(
        source.id(),
        source.outlet(),
        source.kind().name().toLowerCase(Locale.ROOT),
        source.location().toString(),
        OperatorWords.took(source.pollEvery()),
        last.map(SourcesPage::style).orElse(""),
        last.map(poll -> last(poll, now)).orElse("Not polled yet."),
        last.map(poll -> next(poll, now)).orElse(""),
        last.stream()
            .flatMap(poll -> poll.problems().stream())
            .limit(MOST_TROUBLES)
            .map(problem -> problem.reason())
            .toList(),
        signals(source),
        aside.stream()
            .filter(document -> document.sourceId().equals(source.id()))
            .map(SourcesPage::line)
            .toList());
  }

  private List<Signal> signals(Source source) {
    List<RightsOverrides.Override> decided = overrides.of(source.id());
    return signals.latest(source.id()).stream()
        .map(seen ->
            new Signal(
                seen.signal().kind(),
                seen.signal().raw(),
                seen.address() + ", " + DeskWords.moment(seen.at()),
                decided.stream()
                    .filter(each -> each.signal().equals(seen.signal()))
                    .findFirst()
                    .map(each ->
                        "Used in spite of it, "
                            + each.byName()
                            + ", "
                            + DeskWords.day(each.at())
                            + ": "
                            + each.reason())
                    .orElse("")))
        .toList();
  }

  private static String style(PollStore.PastPoll poll) {
    return poll.failuresInARow() > 0 ? "unsupported" : poll.problems().isEmpty() ? "ok" : "weak";
  }

  private static String last(PollStore.PastPoll poll, Instant now) {
    int failures = poll.failuresInARow();
    return DeskWords.ago(poll.polledAt(), now)
        + " ago: "
        + poll.captured()
        + " new or changed, "
        + poll.unchanged()
        + " unchanged"
        + (poll.problems().isEmpty() ? "" : ", " + poll.problems().size() + " not read")
        + (failures == 0 ? "." : "; " + failures + (failures == 1 ? " failure." : " failures."));
  }

  private static Aside line(UnreadDocument document) {
    return new Aside(
        document.sourceId(),
        document.address().toString(),
        document.reason(),
        DeskWords.moment(document.notedAt()),
        document.tries());
  }
}
