package colophon.desk;

import colophon.access.Role;
import colophon.brief.Prompt;
import colophon.brief.Writing;
import colophon.llm.CallHistory;
import colophon.pipeline.Definitions;
import colophon.pipeline.Orders;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PromptBook;
import colophon.pipeline.PromptTrials;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The models and prompts, where they are used and what they cost. */
@RestController
final class ModelsPage {

  private static final int MOST_TRIALS = 20;

  /** All models and prompts. */
  public record View(
      List<ModelLine> models,
      List<PromptLine> prompts,
      List<TrialLine> trials,
      int mostDrafts,
      boolean mayAct) {
    public View {
      models = List.copyOf(models);
      prompts = List.copyOf(prompts);
      trials = List.copyOf(trials);
    }
  }

  /**
   * A model.
   *
   * @param pipelines that name it now
   */
  public record ModelLine(String model, String pipelines, long drafts, String used, String cost) {}

  /**
   * A version of a prompt.
   *
   * @param state whether its file says so now
   */
  public record PromptLine(
      String id,
      String version,
      String digest,
      String state,
      String applied,
      String pipelines,
      String pipeline,
      long drafts) {}

  /** A trial. */
  public record TrialLine(String id, String pipeline, String prompt, String by, String when) {}

  private final Definitions definitions;
  private final CallHistory calls;
  private final PromptBook prompts;
  private final PromptTrials trials;
  private final Pages pages;

  ModelsPage(
      Definitions definitions,
      CallHistory calls,
      PromptBook prompts,
      PromptTrials trials,
      Pages pages) {
    this.definitions = definitions;
    this.calls = calls;
    this.prompts = prompts;
    this.trials = trials;
    this.pages = pages;
  }

  @GetMapping("/desk/models")
  ResponseEntity<String> page(HttpServletRequest request) {
    List<PromptBook.Use> uses = prompts.uses();
    var view =
        new View(
            models(uses),
            prompts.versions().stream().map(version -> line(version, uses)).toList(),
            trials.latest(MOST_TRIALS).stream().map(ModelsPage::line).toList(),
            PromptBook.MOST_DRAFTS,
            Pages.user().is(Role.OPERATOR));
    return pages.page(request, "models", "Models and prompts", "models", view);
  }

  private List<ModelLine> models(List<PromptBook.Use> uses) {
    var names = new TreeMap<String, List<CallHistory.Used>>();
    definitions
        .pipelines()
        .values()
        .forEach(pipeline -> names.putIfAbsent(pipeline.model().use(), new ArrayList<>()));
    for (CallHistory.Used each : calls.used()) {
      names.computeIfAbsent(each.model(), none -> new ArrayList<>()).add(each);
    }
    var lines = new ArrayList<ModelLine>();
    names.forEach((name, used) -> {
      long number = used.stream().mapToLong(CallHistory.Used::calls).sum();
      long tokens = used.stream().mapToLong(each -> each.inputTokens() + each.outputTokens()).sum();
      long unpriced = used.stream().mapToLong(CallHistory.Used::unpriced).sum();
      lines.add(
          new ModelLine(
              name.equals(Writing.EXTRACTIVE) ? DeskWords.model(name, name) : name,
              definitions.pipelines().values().stream()
                  .filter(pipeline -> pipeline.model().use().equals(name))
                  .map(Pipeline::name)
                  .collect(Collectors.joining(", ")),
              uses.stream()
                  .filter(use -> use.model().equals(name))
                  .mapToLong(PromptBook.Use::drafts)
                  .sum(),
              number + (number == 1 ? " call, " : " calls, ") + tokens + " tokens",
              OperatorWords.money(
                      Orders.CURRENCY, used.stream().mapToLong(CallHistory.Used::micros).sum())
                  + (unpriced == 0 ? "" : ", without " + unpriced + " calls of no known price")));
    });
    return lines;
  }

  private PromptLine line(PromptBook.Version version, List<PromptBook.Use> uses) {
    Prompt prompt = version.prompt();
    List<String> named =
        version.current()
            ? definitions.pipelines().values().stream()
                .filter(pipeline -> pipeline.prompt().equals(prompt.id()))
                .map(Pipeline::name)
                .toList()
            : List.of();
    return new PromptLine(
        prompt.id(),
        prompt.version(),
        prompt.digest().toString(),
        version.current() ? "in its file now" : "earlier",
        version.applied() == null
            ? "not applied yet"
            : "applied " + OperatorWords.exact(version.applied()),
        String.join(", ", named),
        named.stream()
            .findFirst()
            .or(() ->
                definitions.pipelines().values().stream()
                    .filter(pipeline -> pipeline.prompt().equals(prompt.id()))
                    .map(Pipeline::name)
                    .findFirst())
            .orElse(""),
        uses.stream()
            .filter(use ->
                use.promptId().equals(prompt.id())
                    && use.digest().equals(prompt.digest().toString()))
            .mapToLong(PromptBook.Use::drafts)
            .sum());
  }

  private static TrialLine line(PromptTrials.Trial trial) {
    return new TrialLine(
        trial.id(),
        trial.pipeline(),
        trial.prompt().id() + ", " + trial.prompt().version(),
        trial.byName(),
        OperatorWords.exact(trial.madeAt()));
  }
}
