package colophon.pipeline;

import colophon.article.Article;
import colophon.brief.BriefStore;
import colophon.brief.BriefWriter;
import colophon.brief.Draft;
import colophon.brief.Prompt;
import colophon.brief.WritingOrder;
import colophon.brief.WritingOutcome;
import colophon.capture.Source;
import colophon.grounding.Grounder;
import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import colophon.llm.ModelSettings;
import colophon.llm.ModelSettingsException;
import colophon.llm.PromptFileException;
import colophon.llm.PromptFiles;
import colophon.llm.Writers;
import colophon.story.Assignment;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.story.StoryDesk;
import colophon.story.StoryRevision;
import colophon.text.Embedder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The fourth and fifth stage: a draft for each story that wants one, and its source check. */
public final class Drafting {

  /**
   * A draft with what was found in it.
   *
   * @param assignment what the run decided about the story
   * @param dossier what the writer was given
   */
  record Checked(Assignment assignment, Dossier dossier, Draft draft, GroundingReport report) {}

  private final Writers writers;
  private final PromptFiles prompts;
  private final BriefStore briefs;
  private final StoryDesk stories;
  private final GroundingStore reports;
  private final Embedder embedder;
  private final InstantSource clock;

  public Drafting(
      Writers writers,
      PromptFiles prompts,
      BriefStore briefs,
      StoryDesk stories,
      GroundingStore reports,
      Embedder embedder,
      InstantSource clock) {
    this.writers = writers;
    this.prompts = prompts;
    this.briefs = briefs;
    this.stories = stories;
    this.reports = reports;
    this.embedder = embedder;
    this.clock = clock;
  }

  List<Checked> draft(Run run, Pipeline pipeline, List<Assignment> work, StageLog stages) {
    return check(pipeline, write(run, pipeline, work, stages), stages);
  }

  private record Written(Assignment assignment, Dossier dossier, Draft draft) {}

  private List<Written> write(Run run, Pipeline pipeline, List<Assignment> work, StageLog stages) {
    stages.begin(Stage.WRITE, work.size());
    var written = new ArrayList<Written>();
    Optional<Desk> desk = work.isEmpty() ? Optional.empty() : desk(pipeline, stages);
    if (desk.isPresent()) {
      for (int i = 0; i < work.size(); i++) {
        write(run, pipeline, work.get(i), desk.get(), stages).ifPresent(written::add);
        stages.progress(Stage.WRITE, i + 1, work.size());
      }
    }
    int missing = work.size() - written.size();
    stages.finish(
        Stage.WRITE,
        written.size()
            + (written.size() == 1 ? " draft by " : " drafts by ")
            + pipeline.model().use()
            + (missing == 0 ? "" : ", " + missing + " set aside"));
    return written;
  }

  private record Desk(BriefWriter writer, Prompt prompt, boolean outside) {}

  private Optional<Desk> desk(Pipeline pipeline, StageLog stages) {
    Predicate<String> mayGoOutside = outsideSources(pipeline)::contains;
    try {
      ModelSettings settings = pipeline.model().settings();
      return Optional.of(
          new Desk(
              writers.writer(pipeline.name(), settings, pipeline.spending().limits(), mayGoOutside),
              prompts.read(pipeline.prompt()),
              settings.outside()));
    } catch (ModelSettingsException e) {
      return noWriter(pipeline, "Nothing was written: " + e.getMessage() + ".", stages);
    } catch (PromptFileException e) {
      return noWriter(pipeline, "Nothing was written: " + e.getMessage(), stages);
    }
  }

  private static Optional<Desk> noWriter(Pipeline pipeline, String sentence, StageLog stages) {
    stages.problem(Stage.WRITE, pipeline.model().use(), "no writer", sentence);
    return Optional.empty();
  }

  private Optional<Written> write(
      Run run, Pipeline pipeline, Assignment assignment, Desk desk, StageLog stages) {
    StoryRevision story = assignment.story();
    Optional<String> erased = erased(run, story);
    if (erased.isPresent()) {
      stages.problem(Stage.WRITE, story.storyId(), "set aside", erased.get());
      return Optional.empty();
    }
    Optional<Dossier> usable = usable(stories.dossier(story), pipeline, desk.outside());
    if (usable.isEmpty()) {
      stages.problem(
          Stage.WRITE,
          story.storyId(),
          "set aside",
          "No source of the story \""
              + title(stories.dossier(story))
              + "\" may be sent to an outside model; set outsideModel: true where its terms allow"
              + " it (--may-send with colophon brief), or use a model that runs here.");
      return Optional.empty();
    }
    Dossier dossier = usable.get();
    notSent(story, dossier, stages);
    Optional<Draft> before = briefs.draftOf(run.id(), story.storyId());
    WritingOutcome outcome =
        before.isPresent()
            ? new WritingOutcome.Written(before.get())
            : desk.writer()
                .write(new WritingOrder(run.id(), dossier, desk.prompt(), pipeline.style()));
    return switch (outcome) {
      case WritingOutcome.Written written -> {
        briefs.keep(run.id(), written.draft());
        stories.briefed(story.storyId(), story.number(), run.slot().at());
        stages.note(Stage.WRITE, story.storyId(), "written", written.draft().id());
        yield Optional.of(new Written(assignment, dossier, written.draft()));
      }
      case WritingOutcome.SetAside aside -> {
        stages.problem(
            Stage.WRITE,
            story.storyId(),
            "set aside",
            "No draft of \"" + title(dossier) + "\": " + aside.reason());
        yield Optional.empty();
      }
    };
  }

  /** Tells of the articles of a story that its writer is not given. */
  private static void notSent(StoryRevision story, Dossier given, StageLog stages) {
    for (String article : story.articleIds()) {
      if (!given.revision().articleIds().contains(article)) {
        stages.note(
            Stage.WRITE,
            article,
            "not given to the writer",
            "Its source's terms do not allow an outside model. Story: " + story.storyId() + ".");
      }
    }
  }

  /** Why a run that was taken up again does not go on with a story, where that is so. */
  private Optional<String> erased(Run run, StoryRevision story) {
    List<String> texts = stories.noLongerKept(story);
    if (!texts.isEmpty()) {
      return Optional.of(
          "No draft of the story "
              + story.storyId()
              + ": the text of its article "
              + texts.getFirst()
              + " was erased.");
    }
    return briefs.erased(run.id(), story.storyId())
        ? Optional.of(
            "The draft that this run made of the story " + story.storyId() + " was erased.")
        : Optional.empty();
  }

  private List<Checked> check(Pipeline pipeline, List<Written> drafts, StageLog stages) {
    stages.begin(Stage.CHECK, drafts.size());
    var checked = new ArrayList<Checked>();
    int clean = 0;
    for (int i = 0; i < drafts.size(); i++) {
      Written written = drafts.get(i);
      GroundingReport report =
          reports
              .find(written.draft().id())
              .orElseGet(() ->
                  Grounder.check(
                      written.draft().brief(), written.dossier(), embedder, pipeline.thresholds()));
      reports.keep(written.draft().id(), report, clock.instant());
      clean += report.clean() ? 1 : 0;
      checked.add(new Checked(written.assignment(), written.dossier(), written.draft(), report));
      stages.progress(Stage.CHECK, i + 1, drafts.size());
    }
    stages.finish(
        Stage.CHECK,
        clean + " of " + drafts.size() + " drafts with no mismatch found in any sentence");
    return checked;
  }

  /** The dossier without what the sources' terms keep from an outside model. */
  static Optional<Dossier> usable(Dossier dossier, Pipeline pipeline, boolean outside) {
    if (!outside) {
      return Optional.of(dossier);
    }
    Set<String> allowed = outsideSources(pipeline);
    List<Article> articles =
        dossier.articles().stream()
            .filter(article -> allowed.contains(article.sourceId()))
            .toList();
    if (articles.isEmpty()) {
      return Optional.empty();
    }
    List<String> ids = articles.stream().map(Article::id).toList();
    List<Origin> origins =
        dossier.revision().origins().stream()
            .map(origin ->
                new Origin(
                    origin.name(), origin.articleIds().stream().filter(ids::contains).toList()))
            .filter(origin -> !origin.articleIds().isEmpty())
            .toList();
    StoryRevision revision = dossier.revision();
    return Optional.of(
        new Dossier(
            new StoryRevision(revision.storyId(), revision.number(), ids, origins), articles));
  }

  static Set<String> outsideSources(Pipeline pipeline) {
    return pipeline.sources().stream()
        .filter(Source::outsideModel)
        .map(Source::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String title(Dossier dossier) {
    return dossier.articles().getFirst().title();
  }
}
