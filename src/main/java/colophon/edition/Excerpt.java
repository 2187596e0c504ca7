package colophon.edition;

/**
 * A cited span in its surroundings.
 *
 * @param before the words before it, with an ellipsis where they were cut
 * @param quote the cited span, exactly
 * @param after the words after it, likewise
 */
record Excerpt(String before, String quote, String after) {}
