package colophon.pipeline;

import colophon.brief.Draft;
import colophon.brief.Prompt;
import colophon.brief.SectionOrder;
import colophon.brief.SectionOutcome;
import colophon.llm.ModelSettings;
import colophon.llm.ModelSettingsException;
import colophon.llm.PromptFileException;
import colophon.llm.PromptFiles;
import colophon.llm.Writers;
import colophon.story.Dossier;
import colophon.story.StoryDesk;
import colophon.story.StoryRevision;
import java.util.Optional;
import java.util.Set;

/**
 * Has a section of a draft written again, by the pipeline's model and prompt as they are now, on
 * the account of the run that wrote the draft.
 */
public final class SectionWriting {

  private final Writers writers;
  private final PromptFiles prompts;
  private final StoryDesk stories;

  SectionWriting(Writers writers, PromptFiles prompts, StoryDesk stories) {
    this.writers = writers;
    this.prompts = prompts;
    this.stories = stories;
  }

  /**
   * Writes it, or says why not; it takes as long as the model does.
   *
   * @param stage unlike that of any other question about this story
   * @param section the id of its subhead
   * @param note what is wanted otherwise; may be empty
   * @throws java.util.concurrent.CancellationException where the thread is interrupted
   */
  public SectionOutcome write(
      Pipeline pipeline, Draft draft, String runId, String stage, String section, String note) {
    Optional<StoryRevision> revision = stories.revision(draft.storyId(), draft.storyRevision());
    if (revision.isEmpty() || !stories.noLongerKept(revision.get()).isEmpty()) {
      return aside("The text of a source of this story was erased, so nothing more is written.");
    }
    try {
      ModelSettings settings = pipeline.model().settings();
      Optional<Dossier> dossier =
          Drafting.usable(stories.dossier(revision.get()), pipeline, settings.outside());
      if (dossier.isEmpty()) {
        return aside("No source of this story may be sent to an outside model.");
      }
      Prompt prompt = prompts.read(pipeline.prompt());
      Set<String> outside = Drafting.outsideSources(pipeline);
      return writers
          .writer(pipeline.name(), settings, pipeline.spending().limits(), outside::contains)
          .rewrite(
              new SectionOrder(
                  runId,
                  stage,
                  dossier.get(),
                  prompt,
                  pipeline.style(),
                  draft.brief(),
                  section,
                  note));
    } catch (ModelSettingsException e) {
      return aside("Nothing was written: " + e.getMessage() + ".");
    } catch (PromptFileException e) {
      return aside("Nothing was written: " + e.getMessage());
    }
  }

  private static SectionOutcome aside(String reason) {
    return new SectionOutcome.SetAside(reason);
  }
}
