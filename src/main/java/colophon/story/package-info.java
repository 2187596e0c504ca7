/**
 * Articles about one event, over time, and their independent origins. Takes articles, gives stories
 * and assignments; never writes a story twice. Holds what is known of desk notes too, which stand
 * behind a story's articles and count for no independent source.
 */
@org.jspecify.annotations.NullMarked
package colophon.story;
