package colophon.pipeline;

/**
 * What became of one item of a run.
 *
 * @param item an address, an article's, a story's or a draft's id
 * @param outcome one word, such as {@code kept}, {@code unread}, {@code new}, {@code held}
 * @param reason a sentence for an operator; empty where there is nothing to explain
 */
public record RunItem(String stage, String item, String outcome, String reason) {}
