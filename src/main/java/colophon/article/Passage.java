package colophon.article;

import colophon.kernel.TextSpan;

/**
 * A numbered paragraph of an article, the smallest thing a sentence may cite.
 *
 * @param number from 1, in reading order
 * @param span its place in the article's text
 * @param suspicious null, or why it reads like an instruction to a machine
 */
public record Passage(
    int number, TextSpan span, @org.jspecify.annotations.Nullable String suspicious) {}
