package colophon.desk;

import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.Timetable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pipelines of the newsroom, as their files define them. */
@RestController
final class PipelinesPage {

  /** The pipelines. */
  public record View(List<Line> lines) {
    public View {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One pipeline.
   *
   * @param run the id of its last run that ended; empty where there is none
   * @param style of its last result
   */
  public record Line(
      String name,
      String title,
      boolean paused,
      String next,
      String utc,
      String run,
      String last,
      String style,
      String review,
      int sources) {}

  private final Definitions definitions;
  private final Timetable timetable;
  private final RunHistory runs;
  private final Pages pages;

  PipelinesPage(Definitions definitions, Timetable timetable, RunHistory runs, Pages pages) {
    this.definitions = definitions;
    this.timetable = timetable;
    this.runs = runs;
    this.pages = pages;
  }

  @GetMapping("/desk/pipelines")
  ResponseEntity<String> page(HttpServletRequest request) {
    var view = new View(definitions.pipelines().values().stream().map(this::line).toList());
    return pages.page(request, "pipelines", "Pipelines", "pipelines", view);
  }

  private Line line(Pipeline pipeline) {
    boolean paused = timetable.paused(pipeline);
    Optional<Instant> next = timetable.next(pipeline).map(slot -> slot.at());
    Optional<RunLog.RunLine> last = runs.lastEnded(pipeline.name());
    return new Line(
        pipeline.name(),
        pipeline.title(),
        paused,
        next.map(at -> OperatorWords.local(at, pipeline.zone()))
            .orElse(paused ? "none while paused" : "when somebody asks for it"),
        next.map(OperatorWords::utc).orElse(""),
        last.map(RunLog.RunLine::id).orElse(""),
        last.map(OperatorWords::result).orElse("it has not run yet"),
        last.map(OperatorWords::style).orElse(""),
        pipeline.review().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        pipeline.sources().size());
  }
}
