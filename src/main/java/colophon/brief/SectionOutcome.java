package colophon.brief;

/** How an order for a section ended. */
public sealed interface SectionOutcome {

  /** There is one; it has the form asked for and cites only passages that exist. */
  record Written(Section section, Writing writing) implements SectionOutcome {}

  /** There is none; the reason is a sentence for an editor. */
  record SetAside(String reason) implements SectionOutcome {}
}
