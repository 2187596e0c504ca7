package colophon.llm;

/**
 * Whom calls are made for.
 *
 * @param stage what the answer is for, such as {@code write}
 */
record CallKey(String runId, String storyId, String stage) {}
