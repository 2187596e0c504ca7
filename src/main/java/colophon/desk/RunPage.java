package colophon.desk;

import colophon.pipeline.Run;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One run: its stages in time, and every item with what became of it and why. */
@RestController
final class RunPage {

  /** What the page shows: how the run stands, and its items. */
  public record View(Progress progress, Items items) {}

  /**
   * How a run stands.
   *
   * @param known whether its pipeline has a page
   * @param note what one may expect of a run that has not ended; empty of one that has
   * @param account what became of all its articles; empty before they are grouped
   */
  public record Progress(
      RunsPage.Line run,
      boolean known,
      boolean ended,
      String note,
      String definition,
      List<StageView> stages,
      List<String> account,
      List<String> problems,
      List<Published> published,
      List<Held> held) {
    public Progress {
      stages = List.copyOf(stages);
      account = List.copyOf(account);
      problems = List.copyOf(problems);
      published = List.copyOf(published);
      held = List.copyOf(held);
    }
  }

  /**
   * A stage.
   *
   * @param state {@code done}, {@code now} or {@code later}
   * @param took since the stage before was over; empty where it is not over
   * @param counts what became of its items, and of how many
   */
  public record StageView(
      String name, String state, String took, String over, String summary, String counts) {}

  /**
   * A part of the items.
   *
   * @param from how many items are before it
   * @param shown how many it holds
   * @param next from where the next part begins; less than 0 where there is none
   */
  public record Items(
      String run, boolean ended, List<ItemGroup> groups, int from, int shown, int next) {
    public Items {
      groups = List.copyOf(groups);
    }
  }

  /** The items of one stage. */
  public record ItemGroup(String name, String counts, List<RunItemWords.Item> items) {
    public ItemGroup {
      items = List.copyOf(items);
    }
  }

  /** A brief that went out. */
  public record Published(String slug, String headline, String kind) {}

  /** A draft that waits, or waited, and why. */
  public record Held(String draft, String headline, List<String> reasons) {
    public Held {
      reasons = List.copyOf(reasons);
    }
  }

  private final RunDesk desk;
  private final Pages pages;
  private final LiveParts parts;

  RunPage(RunDesk desk, Pages pages, LiveParts parts) {
    this.desk = desk;
    this.pages = pages;
    this.parts = parts;
  }

  @GetMapping("/desk/runs/{id}")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") String from) {
    Run run = run(id);
    int skip = from.matches("[0-9]{1,7}") ? Integer.parseInt(from) : 0;
    var view = new View(desk.progress(run), desk.items(run, skip, mayReview(frame(request))));
    return pages.page(request, "run", "Run of " + run.pipeline(), "runs", view);
  }

  /** How the run stands, again and again. */
  @GetMapping(path = "/desk/runs/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter progress(HttpServletRequest request, @PathVariable String id) {
    Run run = run(id);
    Frame frame = frame(request);
    return parts.stream(() -> pages.part(frame, "runprogress", desk.progress(run)));
  }

  /** Its items, again whenever a stage is over. */
  @GetMapping(path = "/desk/runs/{id}/items/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter items(HttpServletRequest request, @PathVariable String id) {
    Run run = run(id);
    Frame frame = frame(request);
    return parts.stream(
        new OnceAStage(
            () -> desk.reached(run),
            () -> pages.part(frame, "runitems", desk.items(run, 0, mayReview(frame)))));
  }

  /** Thousands of items are not gathered every two seconds, but when there can be others. */
  private static final class OnceAStage implements Supplier<String> {

    private final Supplier<String> reached;
    private final Supplier<String> part;
    private String then = "";
    private String last = "";

    OnceAStage(Supplier<String> reached, Supplier<String> part) {
      this.reached = reached;
      this.part = part;
    }

    @Override
    public synchronized String get() {
      String now = reached.get();
      if (!now.equals(then)) {
        last = part.get();
        then = now;
      }
      return last;
    }
  }

  private Frame frame(HttpServletRequest request) {
    return pages.frame(request, "Run", "runs");
  }

  private static boolean mayReview(Frame frame) {
    return frame.editor() || frame.auditor();
  }

  private Run run(String id) {
    return desk.find(id)
        .orElseThrow(
            () -> ReviewPage.missing("There is no run \"" + id + "\"; the page Runs lists them."));
  }
}
