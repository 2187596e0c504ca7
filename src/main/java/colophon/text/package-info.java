/**
 * What text is: normal form ({@link colophon.text.NormalText}), sentences ({@link
 * colophon.text.Sentences}), words ({@link colophon.text.Words}), languages ({@link
 * colophon.text.Languages}), and the port for embeddings. Takes strings, gives spans and values;
 * never fetches, never stores, and never changes a word of a text.
 */
@org.jspecify.annotations.NullMarked
package colophon.text;
