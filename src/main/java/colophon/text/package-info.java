/**
 * What text is: normal form, sentences, languages, and the port for embeddings. Takes strings,
 * gives spans and values; never fetches and never stores.
 */
@org.jspecify.annotations.NullMarked
package colophon.text;
