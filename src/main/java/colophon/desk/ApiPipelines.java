package colophon.desk;

import colophon.access.AccountStore;
import colophon.kernel.Digest;
import colophon.pipeline.AskedRuns;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.Timetable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pipelines, for scripts: look, run now, pause, resume. */
@RestController
final class ApiPipelines {

  private static final int MOST_VERSIONS = 50;

  /** All of them. */
  public record All(List<Line> pipelines) {
    public All {
      pipelines = List.copyOf(pipelines);
    }
  }

  /**
   * One pipeline.
   *
   * @param next when it runs next; null where only by asking, or while paused
   * @param lastRun the last that ended; null where none has
   */
  public record Line(
      String name,
      String title,
      boolean paused,
      @Nullable Instant next,
      String zone,
      String review,
      List<String> sources,
      @Nullable LastRun lastRun) {
    public Line {
      sources = List.copyOf(sources);
    }
  }

  /** A run that ended. */
  public record LastRun(String run, String outcome, String summary) {}

  /**
   * One pipeline with its definition.
   *
   * @param running the digest of the definition that this process works by
   * @param applied the digest of the one applied last; null where none was
   * @param definition the text applied last; null where none was
   */
  public record Detail(
      Line pipeline,
      String running,
      @Nullable String applied,
      @Nullable String definition,
      List<Version> versions) {
    public Detail {
      versions = List.copyOf(versions);
    }
  }

  /** A version of the definition. */
  public record Version(String digest, Instant appliedAt, String appliedBy) {}

  /** The run that was begun. */
  public record Begun(String run) {}

  private final Definitions definitions;
  private final DefinitionStore store;
  private final Timetable timetable;
  private final RunHistory runs;
  private final AskedRuns asked;
  private final AccountStore accounts;

  ApiPipelines(
      Definitions definitions,
      DefinitionStore store,
      Timetable timetable,
      RunHistory runs,
      AskedRuns asked,
      AccountStore accounts) {
    this.definitions = definitions;
    this.store = store;
    this.timetable = timetable;
    this.runs = runs;
    this.asked = asked;
    this.accounts = accounts;
  }

  @GetMapping("/api/v1/pipelines")
  All all() {
    return new All(definitions.pipelines().values().stream().map(this::line).toList());
  }

  @GetMapping("/api/v1/pipelines/{name}")
  Detail one(@PathVariable String name) {
    Pipeline pipeline = pipeline(name);
    return new Detail(
        line(pipeline),
        pipeline.definition().toString(),
        store.latest("pipeline", name).map(Digest::toString).orElse(null),
        store
            .body("pipeline", name)
            .map(body -> new String(body, StandardCharsets.UTF_8))
            .orElse(null),
        store.versions("pipeline", name, MOST_VERSIONS).stream()
            .map(each -> new Version(each.digest().toString(), each.appliedAt(), each.appliedBy()))
            .toList());
  }

  @PostMapping("/api/v1/pipelines/{name}/run")
  Begun run(@PathVariable String name) {
    Pipeline pipeline = pipeline(name);
    return switch (asked.ask(pipeline)) {
      case AskedRuns.Refused refused ->
          throw new ApiProblem(ApiProblem.Kind.REFUSED, refused.reason());
      case AskedRuns.Begun begun -> {
        act("run asked for", pipeline, begun.run().id() + ", ");
        yield new Begun(begun.run().id());
      }
    };
  }

  @PostMapping("/api/v1/pipelines/{name}/pause")
  Line pause(@PathVariable String name) {
    return turn(pipeline(name), true);
  }

  @PostMapping("/api/v1/pipelines/{name}/resume")
  Line resume(@PathVariable String name) {
    return turn(pipeline(name), false);
  }

  private Line turn(Pipeline pipeline, boolean paused) {
    if (timetable.paused(pipeline) != paused) {
      store.pause(pipeline.name(), paused, ApiUser.current().getName());
      act(paused ? "pipeline paused" : "pipeline resumed", pipeline, "");
    }
    return line(pipeline);
  }

  private void act(String act, Pipeline pipeline, String details) {
    ApiUser user = ApiUser.current();
    accounts.act(user.getName(), act, "pipeline " + pipeline.name(), details + user.through());
  }

  private Pipeline pipeline(String name) {
    Pipeline pipeline = definitions.pipelines().get(name);
    if (pipeline == null) {
      throw ApiProblem.missing("There is no pipeline \"" + name + "\" here.");
    }
    return pipeline;
  }

  private Line line(Pipeline pipeline) {
    boolean paused = timetable.paused(pipeline);
    Optional<Instant> next = timetable.next(pipeline).map(slot -> slot.at());
    Optional<RunLog.RunLine> last = runs.lastEnded(pipeline.name());
    return new Line(
        pipeline.name(),
        pipeline.title(),
        paused,
        next.orElse(null),
        pipeline.zone().getId(),
        ApiDraft.word(pipeline.review()),
        pipeline.sources().stream().map(source -> source.id()).toList(),
        last.map(run -> new LastRun(run.id(), run.outcome(), run.summary())).orElse(null));
  }
}
