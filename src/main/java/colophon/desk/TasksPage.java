package colophon.desk;

import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import colophon.tasks.Task;
import colophon.tasks.TaskDesk;
import colophon.tasks.TaskFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What arrived from outside and waits for an editor: readers' reports, changed sources. */
@RestController
final class TasksPage {

  private static final int LINES = 25;
  private static final List<String> SHARES = List.of("open", "mine", "nobody", "closed");

  /**
   * A part of the tasks.
   *
   * @param next the address of the next part; empty where there is none
   */
  public record View(
      List<Filter> filters,
      List<Line> lines,
      int matching,
      String share,
      String next,
      String notice,
      String problem) {
    public View {
      filters = List.copyOf(filters);
      lines = List.copyOf(lines);
    }
  }

  /** A way to see others. */
  public record Filter(String words, int count, String address, boolean chosen) {}

  /**
   * One task.
   *
   * @param withdrawn whether the brief was taken back, so that nothing of it can be corrected
   * @param slug empty where the brief is not known any more
   * @param message a reader's words; empty where there are none
   * @param erased whether a reader's words were erased
   * @param gone why a cited page is not read any more; empty where it was read
   */
  public record Line(
      long id,
      boolean report,
      String headline,
      String slug,
      boolean withdrawn,
      int version,
      String when,
      String message,
      String contact,
      boolean erased,
      String source,
      String address,
      String gone,
      List<Task.Spot> spots,
      String taken,
      boolean mine,
      String closed,
      List<String> events) {
    public Line {
      spots = List.copyOf(spots);
      events = List.copyOf(events);
    }
  }

  /** What was done, by the word that stands in the address of the page that tells it. */
  private static final Map<String, String> DONE =
      Map.of(
          "taken", "It is yours.",
          "given-back", "It is everybody's again.",
          "closed",
              "The task is closed. It stands among the closed ones, where it can be opened again.",
          "opened", "The task is open again.",
          "erased", "The reader's words and contact are erased. That they were stays.");

  private final TaskDesk tasks;
  private final PublicationStore publications;
  private final Headlines headlines;
  private final Pages pages;

  TasksPage(TaskDesk tasks, PublicationStore publications, Headlines headlines, Pages pages) {
    this.tasks = tasks;
    this.publications = publications;
    this.headlines = headlines;
    this.pages = pages;
  }

  @GetMapping("/desk/tasks")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @RequestParam(defaultValue = "open") String share,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "0") String from,
      @RequestParam(defaultValue = "") String done) {
    return page(request, HttpStatus.OK, share, kind, from, DONE.getOrDefault(done, ""), "");
  }

  /** What is done at these addresses is done once; opened again, they show the tasks. */
  @GetMapping("/desk/tasks/{id}/{act:take|give-back|close|open|erase}")
  ResponseEntity<String> again() {
    return DeskAnswers.seeOther("/desk/tasks");
  }

  @PostMapping("/desk/tasks/{id}/take")
  ResponseEntity<String> take(HttpServletRequest request, @PathVariable String id) {
    return said(request, tasks.take(number(id), Pages.user().person()), "taken");
  }

  @PostMapping("/desk/tasks/{id}/give-back")
  ResponseEntity<String> giveBack(HttpServletRequest request, @PathVariable String id) {
    return said(request, tasks.giveBack(number(id), Pages.user().person()), "given-back");
  }

  @PostMapping("/desk/tasks/{id}/close")
  ResponseEntity<String> close(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason) {
    return said(request, tasks.close(number(id), reason, Pages.user().person()), "closed");
  }

  @PostMapping("/desk/tasks/{id}/open")
  ResponseEntity<String> open(HttpServletRequest request, @PathVariable String id) {
    return said(request, tasks.openAgain(number(id), Pages.user().person()), "opened");
  }

  @PostMapping("/desk/tasks/{id}/erase")
  ResponseEntity<String> erase(HttpServletRequest request, @PathVariable String id) {
    return said(request, tasks.erase(number(id), Pages.user().person()), "erased");
  }

  private ResponseEntity<String> said(
      HttpServletRequest request, TaskDesk.Outcome outcome, String done) {
    return switch (outcome) {
      case TaskDesk.Outcome.Done ignored -> DeskAnswers.seeOther("/desk/tasks?done=" + done);
      case TaskDesk.Outcome.Refused refused ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, "open", "", "0", "", refused.reason());
    };
  }

  private static long number(String id) {
    if (!id.matches("[0-9]{1,12}")) {
      throw ReviewPage.missing("There is no task " + id + ".");
    }
    return Long.parseLong(id);
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      String share,
      String kind,
      String from,
      String notice,
      String problem) {
    String login = Pages.user().getName();
    String chosen = SHARES.contains(share) ? share : "open";
    String of = kind.equals("report") || kind.equals("source") ? kind : "";
    int skip = from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0;
    var filter = new TaskFilter(chosen, of, login);
    int matching = tasks.count(filter);
    var view =
        new View(
            filters(chosen, of, login),
            tasks.page(filter, skip, LINES).stream().map(task -> line(task, login)).toList(),
            matching,
            chosen,
            skip + LINES < matching ? address(chosen, of) + "&from=" + (skip + LINES) : "",
            notice,
            problem);
    return pages.page(request, status, "tasks", "Tasks", "tasks", view);
  }

  private List<Filter> filters(String share, String kind, String login) {
    var filters = new ArrayList<Filter>();
    filters.add(filter("open", "open", "", share, kind, login));
    filters.add(filter("mine", "mine", "", share, kind, login));
    filters.add(filter("nobody's", "nobody", "", share, kind, login));
    filters.add(filter("readers' reports", "open", "report", share, kind, login));
    filters.add(filter("changed sources", "open", "source", share, kind, login));
    filters.add(filter("closed", "closed", "", share, kind, login));
    return filters;
  }

  private Filter filter(
      String words, String share, String kind, String chosen, String chosenKind, String login) {
    return new Filter(
        words,
        tasks.count(new TaskFilter(share, kind, login)),
        address(share, kind),
        share.equals(chosen) && kind.equals(chosenKind));
  }

  private static String address(String share, String kind) {
    return "/desk/tasks?share=" + share + (kind.isEmpty() ? "" : "&kind=" + kind);
  }

  private Line line(Task task, String login) {
    Optional<VersionPlan> plan =
        publications.released(task.briefId()).stream()
            .filter(each -> each.version() == task.version())
            .findFirst();
    String slug = plan.map(each -> each.slug().value()).orElse("");
    String headline = plan.map(headlines::of).orElse("");
    boolean withdrawn = publications.withdrawal(task.briefId()).isPresent();
    List<String> events =
        task.events().stream()
            .map(event ->
                DeskWords.day(event.at())
                    + ": "
                    + event.kind().word()
                    + " by "
                    + event.by().name()
                    + (event.reason().isEmpty() ? "" : ": " + event.reason()))
            .toList();
    String taken = task.taken().map(who -> who.name()).orElse("");
    boolean mine = task.taken().filter(who -> who.login().equals(login)).isPresent();
    String closed =
        task.closed().map(event -> event.by().name() + ": " + event.reason()).orElse("");
    return switch (task.about()) {
      case Task.About.Report report ->
          new Line(
              task.id(),
              true,
              headline,
              slug,
              withdrawn,
              task.version(),
              DeskWords.day(task.openedAt()),
              report.message(),
              report.contact(),
              report.message().isEmpty(),
              "",
              "",
              "",
              List.of(),
              taken,
              mine,
              closed,
              events);
      case Task.About.Source source ->
          new Line(
              task.id(),
              false,
              headline,
              slug,
              withdrawn,
              task.version(),
              DeskWords.day(task.openedAt()),
              "",
              "",
              false,
              source.outlet() + ", “" + source.title() + "”",
              source.address(),
              source.reason(),
              source.spots(),
              taken,
              mine,
              closed,
              events);
    };
  }
}
