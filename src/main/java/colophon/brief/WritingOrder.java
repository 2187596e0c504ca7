package colophon.brief;

import colophon.story.Dossier;

/**
 * What a writer is asked for.
 *
 * @param runId the run that asks; part of the key under which the answer is kept
 * @param dossier what may be used; desk notes are no writer's to see, so they are taken out
 */
public record WritingOrder(String runId, Dossier dossier, Prompt prompt, Style style) {
  public WritingOrder {
    dossier = dossier.withoutNotes();
  }
}
