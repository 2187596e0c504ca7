package colophon.desk;

/**
 * Two people changed one sentence: what it was, what it is, what the second one meant.
 *
 * @param theirs empty where the sentence was cut
 * @param mine empty where the second one meant to cut it or to bind it anew
 */
public record MergeView(
    String root,
    String draft,
    String sentence,
    String before,
    String theirs,
    String by,
    String mine) {}
