package colophon.desk;

import colophon.access.Account;
import colophon.access.AccountStore;
import colophon.access.Role;
import colophon.kernel.Digest;
import colophon.pipeline.AskedRuns;
import colophon.pipeline.DefinitionFiles;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.Schedule;
import colophon.pipeline.Timetable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One pipeline: its state, its times, its definition; run it now, pause it, resume it. */
@RestController
final class PipelinePage {

  /** How many coming times are shown. */
  private static final int TIMES = 10;

  /** How long before a clock change its times are shown from. */
  private static final Duration BEFORE_CHANGE = Duration.ofHours(24);

  private static final int MOST_VERSIONS = 50;
  private static final int MOST_ACTS = 20;

  private final Definitions definitions;
  private final DefinitionStore store;
  private final DefinitionFiles files;
  private final Timetable timetable;
  private final RunHistory runs;
  private final AskedRuns asked;
  private final AccountStore accounts;
  private final Pages pages;
  private final InstantSource clock;

  PipelinePage(
      Definitions definitions,
      DefinitionStore store,
      DefinitionFiles files,
      Timetable timetable,
      RunHistory runs,
      AskedRuns asked,
      AccountStore accounts,
      Pages pages,
      InstantSource clock) {
    this.definitions = definitions;
    this.store = store;
    this.files = files;
    this.timetable = timetable;
    this.runs = runs;
    this.asked = asked;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk/pipelines/{name}")
  ResponseEntity<String> page(HttpServletRequest request, @PathVariable String name) {
    return page(request, HttpStatus.OK, pipeline(name), "");
  }

  @PostMapping("/desk/pipelines/{name}/run")
  ResponseEntity<String> run(HttpServletRequest request, @PathVariable String name) {
    Pipeline pipeline = pipeline(name);
    return switch (asked.ask(pipeline)) {
      case AskedRuns.Refused refused ->
          page(request, HttpStatus.CONFLICT, pipeline, refused.reason());
      case AskedRuns.Begun begun -> {
        act("run asked for", pipeline, begun.run().id());
        yield DeskAnswers.seeOther("/desk/runs/" + begun.run().id());
      }
    };
  }

  @PostMapping("/desk/pipelines/{name}/pause")
  ResponseEntity<String> pause(@PathVariable String name) {
    return turn(pipeline(name), true);
  }

  @PostMapping("/desk/pipelines/{name}/resume")
  ResponseEntity<String> resume(@PathVariable String name) {
    return turn(pipeline(name), false);
  }

  private ResponseEntity<String> turn(Pipeline pipeline, boolean paused) {
    if (timetable.paused(pipeline) != paused) {
      store.pause(pipeline.name(), paused, Pages.user().getName());
      act(paused ? "pipeline paused" : "pipeline resumed", pipeline, "");
    }
    return DeskAnswers.seeOther("/desk/pipelines/" + pipeline.name());
  }

  private void act(String act, Pipeline pipeline, String details) {
    accounts.act(Pages.user().getName(), act, about(pipeline), details);
  }

  private static String about(Pipeline pipeline) {
    return "pipeline " + pipeline.name();
  }

  private Pipeline pipeline(String name) {
    Pipeline pipeline = definitions.pipelines().get(name);
    if (pipeline == null) {
      throw ReviewPage.missing("There is no pipeline \"" + name + "\" here.");
    }
    return pipeline;
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, Pipeline pipeline, String problem) {
    return pages.page(
        request, status, "pipeline", pipeline.title(), "pipelines", view(pipeline, problem));
  }

  private PipelineView view(Pipeline pipeline, String problem) {
    Instant now = clock.instant();
    Optional<RunLog.RunLine> last = runs.lastEnded(pipeline.name());
    Optional<Digest> applied = store.latest("pipeline", pipeline.name());
    String drift = drift(pipeline, applied);
    Schedule schedule = pipeline.schedule();
    Optional<ZoneOffsetTransition> change =
        Optional.ofNullable(pipeline.zone().getRules().nextTransition(now));
    return new PipelineView(
        pipeline.name(),
        pipeline.title(),
        timetable.paused(pipeline),
        switched(pipeline),
        schedule.fires()
            ? OperatorWords.schedule(schedule) + ", in " + pipeline.zone()
            : "runs only when somebody asks for it",
        last.map(RunLog.RunLine::id).orElse(""),
        last.map(OperatorWords::result).orElse("it has not run yet"),
        last.map(OperatorWords::style).orElse(""),
        drift.isEmpty() ? "The file, what was applied and what this process does agree." : drift,
        !drift.isEmpty(),
        store
            .body("pipeline", pipeline.name())
            .map(body -> new String(body, StandardCharsets.UTF_8))
            .orElse(""),
        versions(pipeline),
        fires(pipeline, now),
        schedule.fires() ? change(pipeline.zone(), change) : "",
        change
            .map(each -> fires(pipeline, each.getInstant().minus(BEFORE_CHANGE)))
            .orElse(List.of()),
        acts(pipeline),
        Pages.user().is(Role.OPERATOR),
        problem);
  }

  private List<PipelineView.Version> versions(Pipeline pipeline) {
    List<DefinitionStore.Version> versions =
        store.versions("pipeline", pipeline.name(), MOST_VERSIONS);
    var views = new ArrayList<PipelineView.Version>();
    for (int i = 0; i < versions.size(); i++) {
      DefinitionStore.Version version = versions.get(i);
      views.add(
          new PipelineView.Version(
              version.digest().toString(),
              version.digest().brief(8),
              OperatorWords.exact(version.appliedAt()),
              version.appliedBy(),
              version.digest().equals(pipeline.definition()),
              i + 1 < versions.size() ? versions.get(i + 1).digest().toString() : ""));
    }
    return views;
  }

  private List<PipelineView.Act> acts(Pipeline pipeline) {
    return accounts.acts(about(pipeline), MOST_ACTS).stream()
        .map(act ->
            new PipelineView.Act(
                OperatorWords.exact(act.at()), name(act.by()), act.act(), act.details()))
        .toList();
  }

  /** Empty where file, applied version and running definition are the same. */
  private String drift(Pipeline pipeline, Optional<Digest> applied) {
    Optional<Digest> file = files.digest(pipeline.name());
    if (file.isEmpty()) {
      return "Its file is gone or cannot be read; this process goes on by what it read at its start.";
    }
    if (applied.isEmpty()) {
      return "It was not applied yet; colophon apply keeps this version.";
    }
    if (!file.equals(applied)) {
      return "Its file was changed since it was applied. Until colophon serve is started again, the"
          + " earlier version is at work.";
    }
    return applied.get().equals(pipeline.definition())
        ? ""
        : "Another version was applied while this process served. Start colophon serve again to"
            + " work by it.";
  }

  private String switched(Pipeline pipeline) {
    return store
        .lastSwitch(pipeline.name())
        .map(each ->
            (each.paused() ? "Paused by " : "Resumed by ")
                + name(each.by())
                + ", "
                + OperatorWords.exact(each.at())
                + ".")
        .orElse("");
  }

  private String name(String login) {
    return accounts.find(login).map(Account::name).orElse(login);
  }

  private List<PipelineView.Fire> fires(Pipeline pipeline, Instant from) {
    Instant now = clock.instant();
    return pipeline.schedule().next(from, TIMES, pipeline.zone()).stream()
        .map(slot ->
            new PipelineView.Fire(
                OperatorWords.local(slot.at(), pipeline.zone()),
                OperatorWords.utc(slot.at()),
                OperatorWords.until(slot.at(), now)))
        .toList();
  }

  private static String change(ZoneId zone, Optional<ZoneOffsetTransition> change) {
    return change
        .map(each ->
            "The clocks of "
                + zone
                + " change on "
                + OperatorWords.exact(each.getInstant())
                + ", from "
                + offset(each.getOffsetBefore())
                + " to "
                + offset(each.getOffsetAfter())
                + ". The times around it:")
        .orElse("The clocks of " + zone + " do not change.");
  }

  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
  }
}
