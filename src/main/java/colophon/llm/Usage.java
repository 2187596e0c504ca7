package colophon.llm;

/** What calls used: tokens as the provider counted them, money in millionths. */
record Usage(long inputTokens, long outputTokens, long micros) {

  static final Usage NOTHING = new Usage(0, 0, 0);
}
