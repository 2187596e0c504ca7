package colophon.brief;

/** The port that writes briefs; {@code llm} holds the writer behind it. */
public interface BriefWriter {

  /** Writes one brief, or says why not. Never throws for what a model or a network does. */
  WritingOutcome write(WritingOrder order);

  /** Writes one section of a brief again, or says why not. Never throws for what a model does. */
  SectionOutcome rewrite(SectionOrder order);
}
