package colophon.brief;

import colophon.story.Dossier;

/**
 * What a writer is asked for where one section is to be written again.
 *
 * @param runId the run that wrote the draft; part of the key under which the answer is kept
 * @param stage the other part, unlike that of any other question about this story
 * @param dossier what may be used; desk notes are no writer's to see, so they are taken out
 * @param present the brief as it stands, which the section has to fit into
 * @param section the id of the section's subhead
 * @param note what the person who asks wants otherwise; may be empty
 */
public record SectionOrder(
    String runId,
    String stage,
    Dossier dossier,
    Prompt prompt,
    Style style,
    Brief present,
    String section,
    String note) {

  /** The longest note to a writer, in code points. */
  public static final int MOST_NOTE = 500;

  public SectionOrder {
    dossier = dossier.withoutNotes();
  }
}
