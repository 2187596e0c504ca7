package colophon.grounding;

/** The checks each sentence goes through. */
public enum Check {
  PASSAGES_EXIST,
  QUOTATIONS,
  FIGURES,
  DATES,
  NAMES,
  SIMILARITY
}
