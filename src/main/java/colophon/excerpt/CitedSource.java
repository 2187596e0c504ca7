package colophon.excerpt;

import org.jspecify.annotations.Nullable;

/**
 * A source that a published sentence rests on.
 *
 * @param number the mark that readers see, from 1; 0 where there is none
 * @param link where the publisher read it; null where it is no web address
 */
public record CitedSource(int number, String outlet, String title, @Nullable String link) {}
