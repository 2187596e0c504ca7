package colophon.desk;

import colophon.access.AccountStore;
import colophon.access.Role;
import colophon.kernel.Digest;
import colophon.pipeline.Backfill;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.pipeline.SelectionPreview;
import colophon.pipeline.Slot;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a pipeline would pick, how its definition changed, and times that are to be made up for. */
@RestController
final class SelectionPage {

  /** The most stories and articles that a preview shows. */
  private static final int MOST_SHOWN = 200;

  /** What the selection would pick now. */
  public record Preview(
      String name,
      String title,
      String window,
      int articles,
      int mostBriefs,
      List<Story> stories,
      List<SelectionPreview.LeftOut> leftOut,
      int moreLeftOut) {
    public Preview {
      stories = List.copyOf(stories);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * One story.
   *
   * @param fate in words
   * @param style of the fate
   */
  public record Story(
      String title,
      String outlets,
      String counts,
      String fate,
      String style,
      String why,
      String waits) {}

  /** Two versions of a definition side by side. */
  public record Difference(
      String name,
      String title,
      String before,
      String after,
      int added,
      int removed,
      List<LineDifference.Line> lines) {
    public Difference {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Times that are to be made up for.
   *
   * @param asked whether a window was asked for
   */
  public record Filling(
      String name,
      String title,
      String zone,
      String from,
      String until,
      boolean asked,
      String problem,
      List<String> open,
      List<String> done,
      int most,
      boolean mayAct) {
    public Filling {
      open = List.copyOf(open);
      done = List.copyOf(done);
    }
  }

  private final Definitions definitions;
  private final DefinitionStore store;
  private final SelectionPreview preview;
  private final Backfill backfill;
  private final AccountStore accounts;
  private final Pages pages;

  SelectionPage(
      Definitions definitions,
      DefinitionStore store,
      SelectionPreview preview,
      Backfill backfill,
      AccountStore accounts,
      Pages pages) {
    this.definitions = definitions;
    this.store = store;
    this.preview = preview;
    this.backfill = backfill;
    this.accounts = accounts;
    this.pages = pages;
  }

  @GetMapping("/desk/pipelines/{name}/preview")
  ResponseEntity<String> preview(HttpServletRequest request, @PathVariable String name) {
    Pipeline pipeline = pipeline(name);
    SelectionPreview.Preview found = preview.now(pipeline);
    var view =
        new Preview(
            name,
            pipeline.title(),
            OperatorWords.local(found.from(), pipeline.zone())
                + " to "
                + OperatorWords.local(found.until(), pipeline.zone()),
            found.articles(),
            pipeline.briefsPerRun(),
            found.stories().stream().limit(MOST_SHOWN).map(SelectionPage::story).toList(),
            found.leftOut().stream().limit(MOST_SHOWN).toList(),
            Math.max(0, found.leftOut().size() - MOST_SHOWN));
    return pages.page(
        request, "preview", "What " + pipeline.title() + " would pick now", "pipelines", view);
  }

  private static Story story(SelectionPreview.Candidate story) {
    String fate =
        switch (story.fate()) {
          case NEW -> "new brief";
          case UPDATE -> "update";
          case SKIP -> "skip";
          case NEXT_RUN -> "left for the next run";
        };
    String style =
        switch (story.fate()) {
          case NEW, UPDATE -> "ok";
          case SKIP -> "";
          case NEXT_RUN -> "weak";
        };
    return new Story(
        story.title(),
        String.join(", ", story.outlets()),
        story.articles()
            + (story.articles() == 1 ? " article, " : " articles, ")
            + story.origins()
            + (story.origins() == 1 ? " independent source" : " independent sources"),
        fate,
        style,
        story.why(),
        story.waits());
  }

  @GetMapping("/desk/pipelines/{name}/difference")
  ResponseEntity<String> difference(
      HttpServletRequest request,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String after) {
    Pipeline pipeline = pipeline(name);
    List<LineDifference.Line> lines =
        LineDifference.of(body(pipeline, before), body(pipeline, after));
    var view =
        new Difference(
            name,
            pipeline.title(),
            before,
            after,
            (int) lines.stream().filter(line -> line.mark().equals("added")).count(),
            (int) lines.stream().filter(line -> line.mark().equals("removed")).count(),
            lines);
    return pages.page(
        request, "difference", "Differences of " + pipeline.title(), "pipelines", view);
  }

  private String body(Pipeline pipeline, String digest) {
    Optional<byte[]> body;
    try {
      body = store.body("pipeline", pipeline.name(), Digest.parse(digest));
    } catch (IllegalArgumentException e) {
      body = Optional.empty();
    }
    return body.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(() ->
            ReviewPage.missing(
                "The pipeline \""
                    + pipeline.name()
                    + "\" has no version \""
                    + digest
                    + "\"; its page lists them."));
  }

  @GetMapping("/desk/pipelines/{name}/backfill")
  ResponseEntity<String> backfill(
      HttpServletRequest request,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    return filling(request, HttpStatus.OK, pipeline(name), from, until, "");
  }

  @PostMapping("/desk/pipelines/{name}/backfill")
  ResponseEntity<String> begin(
      HttpServletRequest request,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    Pipeline pipeline = pipeline(name);
    Instant first = instant(pipeline, from);
    Instant last = instant(pipeline, until);
    if (first == null || last == null) {
      return filling(request, HttpStatus.BAD_REQUEST, pipeline, from, until, "");
    }
    return switch (backfill.begin(pipeline, first, last)) {
      case Backfill.Nothing nothing ->
          filling(request, HttpStatus.CONFLICT, pipeline, from, until, nothing.reason());
      case Backfill.Runs begun -> {
        accounts.act(
            Pages.user().getName(),
            "backfill asked for",
            "pipeline " + name,
            begun.runs().size() + " runs from " + from + " to " + until);
        yield DeskAnswers.seeOther("/desk/runs?pipeline=" + name);
      }
    };
  }

  private ResponseEntity<String> filling(
      HttpServletRequest request,
      HttpStatus status,
      Pipeline pipeline,
      String from,
      String until,
      String problem) {
    boolean asked = !from.isEmpty() || !until.isEmpty();
    Instant first = instant(pipeline, from);
    Instant last = instant(pipeline, until);
    String wrong = problem;
    List<String> open = List.of();
    List<String> done = List.of();
    if (asked && (first == null || last == null)) {
      wrong = "Give both times as 2026-01-13T21:00.";
    } else if (first != null && last != null) {
      switch (backfill.plan(pipeline, first, last)) {
        case Backfill.Refused refused -> wrong = refused.reason();
        case Backfill.Plan plan -> {
          open = plan.open().stream().map(Slot::label).toList();
          done = plan.done().stream().map(Slot::label).toList();
        }
      }
    }
    var view =
        new Filling(
            pipeline.name(),
            pipeline.title(),
            pipeline.zone().toString(),
            from,
            until,
            asked,
            wrong,
            open,
            done,
            Backfill.MOST_SLOTS,
            Pages.user().is(Role.OPERATOR));
    return pages.page(
        request, status, "backfill", "Backfill " + pipeline.title(), "pipelines", view);
  }

  private static @Nullable Instant instant(Pipeline pipeline, String local) {
    try {
      return LocalDateTime.parse(local.strip().toUpperCase(Locale.ROOT))
          .atZone(pipeline.zone())
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Pipeline pipeline(String name) {
    Pipeline pipeline = definitions.pipelines().get(name);
    if (pipeline == null) {
      throw ReviewPage.missing("There is no pipeline \"" + name + "\" here.");
    }
    return pipeline;
  }
}
