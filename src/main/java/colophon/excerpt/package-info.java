/**
 * Paste to verify: which published versions an excerpt comes from, sentence by sentence. Takes
 * versions that the verifier has found intact and a pasted text, gives an {@link
 * colophon.excerpt.ExcerptAnswer}.
 *
 * <p>Pure: no database, no file, no network, no clock. A published sentence is known only by a text
 * whose digest the signed record confirms. It never calls word for word what differs in a figure, a
 * name or a negation, and never calls not ours what differs from a published sentence in spaces or
 * quotation marks alone.
 */
@org.jspecify.annotations.NullMarked
package colophon.excerpt;
