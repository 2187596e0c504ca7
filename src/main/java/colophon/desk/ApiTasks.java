package colophon.desk;

import colophon.brief.BriefStore;
import colophon.copydesk.Person;
import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import colophon.tasks.Task;
import colophon.tasks.TaskDesk;
import colophon.tasks.TaskFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What arrived from outside and waits for an editor, for scripts. */
@RestController
final class ApiTasks {

  /**
   * A part of the tasks.
   *
   * @param next what {@code skip} is for the part after; null where there is none
   */
  public record Part(List<Line> tasks, int matching, @Nullable Integer next) {
    public Part {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * One task; exactly one of {@code report} and {@code source} is there.
   *
   * @param brief null where the brief is not known any more
   * @param taken who works on it; null where nobody does
   * @param closed null where it is open
   */
  public record Line(
      long task,
      @Nullable String brief,
      int version,
      String headline,
      Instant openedAt,
      @Nullable Report report,
      @Nullable Source source,
      ApiDraft.@Nullable Somebody taken,
      @Nullable Event closed,
      List<Event> events) {
    public Line {
      events = List.copyOf(events);
    }
  }

  /** A reader's words; both are empty where they were erased. */
  public record Report(String message, String contact, boolean erased) {}

  /**
   * A cited page that is not what it was.
   *
   * @param gone why it cannot be read any more; null where it was read
   */
  public record Source(
      String outlet, String title, String address, @Nullable String gone, List<Spot> sentences) {
    public Source {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * A sentence whose cited words changed; {@code after} is empty where nothing like them stands.
   */
  public record Spot(String sentence, String text, String before, String after) {}

  /** What somebody did about it. */
  public record Event(String did, String reason, ApiDraft.@Nullable Somebody by, Instant at) {}

  /** Why it is closed. */
  public record Close(String reason) {}

  private final TaskDesk tasks;
  private final PublicationStore publications;
  private final BriefStore briefs;

  ApiTasks(TaskDesk tasks, PublicationStore publications, BriefStore briefs) {
    this.tasks = tasks;
    this.publications = publications;
    this.briefs = briefs;
  }

  @GetMapping("/api/v1/tasks")
  Part tasks(
      @RequestParam(defaultValue = "open") String share,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "50") int limit) {
    var filter = new TaskFilter(share, kind, ApiUser.current().getName());
    List<Line> lines = tasks.page(filter, skip, limit).stream().map(this::line).toList();
    int matching = tasks.count(filter);
    int shown = skip + lines.size();
    return new Part(lines, matching, shown < matching ? shown : null);
  }

  @GetMapping("/api/v1/tasks/{task}")
  Line task(@PathVariable String task) {
    return line(found(task));
  }

  @PostMapping("/api/v1/tasks/{task}/take")
  Line take(@PathVariable String task) {
    return done(tasks.take(found(task).id(), ApiUser.current().person()));
  }

  @PostMapping("/api/v1/tasks/{task}/give-back")
  Line giveBack(@PathVariable String task) {
    return done(tasks.giveBack(found(task).id(), ApiUser.current().person()));
  }

  @PostMapping("/api/v1/tasks/{task}/close")
  Line close(HttpServletRequest request, @PathVariable String task) {
    Close asked = ApiContract.body(request, Close.class);
    return done(tasks.close(found(task).id(), asked.reason(), ApiUser.current().person()));
  }

  @PostMapping("/api/v1/tasks/{task}/open")
  Line open(@PathVariable String task) {
    return done(tasks.openAgain(found(task).id(), ApiUser.current().person()));
  }

  private Task found(String number) {
    return Optional.of(number)
        .filter(each -> each.matches("[0-9]{1,12}"))
        .map(Long::valueOf)
        .flatMap(tasks::find)
        .orElseThrow(() -> ApiProblem.missing("There is no task " + number + "."));
  }

  private Line done(TaskDesk.Outcome outcome) {
    return switch (outcome) {
      case TaskDesk.Outcome.Done done -> line(done.task());
      case TaskDesk.Outcome.Refused refused ->
          throw new ApiProblem(ApiProblem.Kind.REFUSED, refused.reason());
    };
  }

  private Line line(Task task) {
    String slug =
        publications.released(task.briefId()).stream()
            .filter(each -> each.version() == task.version())
            .map(VersionPlan::slug)
            .map(each -> each.value())
            .findFirst()
            .orElse(null);
    String headline =
        publications
            .draftOf(task.briefId(), task.version())
            .flatMap(briefs::draft)
            .map(draft -> draft.brief().headline().text())
            .orElse(slug == null ? "" : slug);
    Person taken = task.taken().orElse(null);
    Task.Event closed = task.closed().orElse(null);
    return new Line(
        task.id(),
        slug,
        task.version(),
        headline,
        task.openedAt(),
        report(task.about()),
        source(task.about()),
        taken == null ? null : ApiDraft.Somebody.of(taken),
        closed == null ? null : event(closed),
        task.events().stream().map(ApiTasks::event).toList());
  }

  private static @Nullable Report report(Task.About about) {
    return switch (about) {
      case Task.About.Report report ->
          new Report(report.message(), report.contact(), report.message().isEmpty());
      case Task.About.Source ignored -> null;
    };
  }

  private static @Nullable Source source(Task.About about) {
    return switch (about) {
      case Task.About.Report ignored -> null;
      case Task.About.Source source ->
          new Source(
              source.outlet(),
              source.title(),
              source.address(),
              source.gone() ? source.reason() : null,
              source.spots().stream()
                  .map(spot ->
                      new Spot(spot.sentenceId(), spot.sentence(), spot.before(), spot.after()))
                  .toList());
    };
  }

  private static Event event(Task.Event event) {
    return new Event(
        event.kind().word(), event.reason(), ApiDraft.Somebody.of(event.by()), event.at());
  }
}
