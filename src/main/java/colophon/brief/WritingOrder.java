package colophon.brief;

import colophon.story.Dossier;

/**
 * What a writer is asked for.
 *
 * @param runId the run that asks; part of the key under which the answer is kept
 * @param dossier what may be used
 */
public record WritingOrder(String runId, Dossier dossier, Prompt prompt, Style style) {}
