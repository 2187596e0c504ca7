package colophon.desk;

import colophon.access.AccountStore;
import colophon.access.Role;
import colophon.brief.Draft;
import colophon.brief.Prompt;
import colophon.copydesk.Person;
import colophon.grounding.GroundingReport;
import colophon.kernel.Digest;
import colophon.llm.PromptFiles;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PromptBook;
import colophon.pipeline.PromptTrials;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A prompt tried on a stored story: the form, and both drafts side by side. */
@RestController
final class TrialPage {

  /** How many trials are written at once, over all people. */
  private static final int MOST_AT_ONCE = 1;

  /** The form for a trial. */
  public record TryView(
      String pipeline,
      List<String> pipelines,
      List<Choice> stories,
      List<Choice> prompts,
      String digest,
      String promptId,
      String text,
      boolean builtIn,
      String model,
      String problem) {
    public TryView {
      pipelines = List.copyOf(pipelines);
      stories = List.copyOf(stories);
      prompts = List.copyOf(prompts);
    }
  }

  /** Something to choose. */
  public record Choice(String value, String words) {}

  /** Two drafts side by side. */
  public record TrialView(
      String id,
      String pipeline,
      String prompt,
      String instructions,
      String by,
      String when,
      String reason,
      boolean takenAway,
      @Nullable WrittenSide before,
      @Nullable WrittenSide after,
      boolean mayAct) {}

  private final Definitions definitions;
  private final PromptBook prompts;
  private final PromptTrials trials;
  private final AccountStore accounts;
  private final Pages pages;
  private final Semaphore writing = new Semaphore(MOST_AT_ONCE);

  TrialPage(
      Definitions definitions,
      PromptBook prompts,
      PromptTrials trials,
      AccountStore accounts,
      Pages pages) {
    this.definitions = definitions;
    this.prompts = prompts;
    this.trials = trials;
    this.accounts = accounts;
    this.pages = pages;
  }

  @GetMapping("/desk/models/try")
  ResponseEntity<String> form(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String pipeline,
      @RequestParam(defaultValue = "") String prompt,
      @RequestParam(defaultValue = "") String digest) {
    return form(request, HttpStatus.OK, pipeline(pipeline), prompt, digest, null, "");
  }

  @PostMapping("/desk/models/try")
  ResponseEntity<String> attempt(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String pipeline,
      @RequestParam(defaultValue = "") String prompt,
      @RequestParam(defaultValue = "") String digest,
      @RequestParam(defaultValue = "") String story,
      @RequestParam(defaultValue = "") String text) {
    Pipeline chosen = pipeline(pipeline);
    String words = text.replace("\r\n", "\n").strip();
    if (words.isEmpty() || words.length() > PromptFiles.MOST_BYTES) {
      return form(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          chosen,
          prompt,
          digest,
          words,
          "Write what the model is to do, in at most " + PromptFiles.MOST_BYTES + " characters.");
    }
    Prompt tried =
        stored(prompt, digest)
            .filter(known -> known.instructions().equals(words))
            .orElse(
                new Prompt(
                    prompt.isEmpty() ? chosen.prompt() : prompt, PromptTrials.EXPERIMENT, words));
    if (!writing.tryAcquire()) {
      return form(
          request,
          HttpStatus.CONFLICT,
          chosen,
          prompt,
          digest,
          words,
          "Another trial is being written; try again when it is done.");
    }
    try {
      Person person = Pages.user().person();
      return switch (trials.attempt(chosen, story, tried, person.login(), person.name())) {
        case PromptTrials.Refused refused ->
            form(request, HttpStatus.CONFLICT, chosen, prompt, digest, words, refused.reason());
        case PromptTrials.Tried done -> {
          accounts.act(
              person.login(),
              "prompt tried",
              "pipeline " + chosen.name(),
              done.id() + ", " + tried.id() + " " + tried.version());
          yield DeskAnswers.seeOther("/desk/models/trials/" + done.id());
        }
      };
    } finally {
      writing.release();
    }
  }

  @PostMapping("/desk/models/trials/{id}/take-away")
  ResponseEntity<String> takeAway(@PathVariable String id) {
    if (trials.takeAway(id)) {
      accounts.act(Pages.user().getName(), "trial taken away", "trial " + id, "");
    }
    return DeskAnswers.seeOther("/desk/models/trials/" + id);
  }

  private Optional<Prompt> stored(String name, String digest) {
    try {
      return name.isEmpty() ? Optional.empty() : prompts.find(name, Digest.parse(digest));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      HttpStatus status,
      Pipeline pipeline,
      String promptId,
      String digest,
      @Nullable String text,
      String problem) {
    List<PromptBook.Version> versions = prompts.versions();
    Optional<Prompt> chosen =
        stored(promptId, digest)
            .or(() ->
                versions.stream()
                    .filter(each -> each.current())
                    .map(PromptBook.Version::prompt)
                    .filter(prompt -> prompt.id().equals(pipeline.prompt()))
                    .findFirst());
    var view =
        new TryView(
            pipeline.name(),
            List.copyOf(definitions.pipelines().keySet()),
            trials.candidates(pipeline.name()).stream()
                .map(story ->
                    new Choice(
                        story.draftId(),
                        story.headline() + " (" + DeskWords.day(story.writtenAt()) + ")"))
                .toList(),
            versions.stream()
                .map(PromptBook.Version::prompt)
                .map(prompt ->
                    new Choice(
                        prompt.id() + " " + prompt.digest(),
                        prompt.id()
                            + ", version "
                            + prompt.version()
                            + ", "
                            + prompt.digest().brief(8)))
                .toList(),
            chosen.map(prompt -> prompt.digest().toString()).orElse(""),
            chosen.map(Prompt::id).orElse(pipeline.prompt()),
            text != null ? text : chosen.map(Prompt::instructions).orElse(""),
            pipeline.model().use().equals("extractive"),
            pipeline.model().use(),
            problem);
    return pages.page(request, status, "tryprompt", "Try a prompt", "models", view);
  }

  @GetMapping("/desk/models/trials/{id}")
  ResponseEntity<String> trial(HttpServletRequest request, @PathVariable String id) {
    PromptTrials.Trial trial =
        trials.find(id).orElseThrow(() -> ReviewPage.missing("There is no trial \"" + id + "\"."));
    Draft after = trial.draft();
    var view =
        new TrialView(
            trial.id(),
            trial.pipeline(),
            trial.prompt().id() + ", " + trial.prompt().version(),
            trial.prompt().instructions(),
            trial.byName(),
            OperatorWords.exact(trial.madeAt()),
            trial.reason(),
            trial.takenAway(),
            trials
                .baseline(trial)
                .map(draft -> side(draft, trials.baselineReport(trial)))
                .orElse(null),
            after == null ? null : side(after, Optional.ofNullable(trial.report())),
            Pages.user().is(Role.OPERATOR));
    return pages.page(request, "trial", "A prompt tried", "models", view);
  }

  private static WrittenSide side(Draft draft, Optional<GroundingReport> report) {
    return WrittenSide.of(draft.writing(), draft.brief().sentences(), report);
  }

  private Pipeline pipeline(String name) {
    Pipeline pipeline =
        name.isEmpty()
            ? definitions.pipelines().values().stream().findFirst().orElse(null)
            : definitions.pipelines().get(name);
    if (pipeline == null) {
      throw ReviewPage.missing("There is no pipeline \"" + name + "\" here.");
    }
    return pipeline;
  }
}
