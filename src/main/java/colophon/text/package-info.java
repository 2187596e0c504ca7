/**
 * What text is: normal form ({@link colophon.text.NormalText}), sentences ({@link
 * colophon.text.Sentences}), words ({@link colophon.text.Words}), languages ({@link
 * colophon.text.Languages}), the port for embeddings, and the store that keeps those as facts.
 * Takes strings, gives spans and values; never fetches, and never changes a word of a text.
 */
@org.jspecify.annotations.NullMarked
package colophon.text;
