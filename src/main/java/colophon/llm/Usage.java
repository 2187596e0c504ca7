package colophon.llm;

/** The tokens that calls used, as the provider counted them. */
record Usage(long inputTokens, long outputTokens) {

  static final Usage NOTHING = new Usage(0, 0);
}
