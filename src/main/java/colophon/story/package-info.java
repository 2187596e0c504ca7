/**
 * Articles about one event, over time, and their independent origins. Takes articles, gives stories
 * and assignments; never writes a story twice.
 */
@org.jspecify.annotations.NullMarked
package colophon.story;
