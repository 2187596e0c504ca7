/**
 * Approved copy into labelled, finished bytes.
 *
 * <p>In flow approved copy, its dossier and a label profile; out flow editions, whose every file
 * was parsed again, and the pages and feeds that are made from those files. The way of one edition:
 * {@code Preflight} asks whether it may be set at all, {@code Typesetter} sets it once as a {@code
 * Layout}, a {@code Renderer} a format turns that into bytes, {@code Proofreader} reads them again.
 *
 * <p>Never may leave: a file without its label as its first text, a sentence without a mark that
 * opens its passage, a link that is neither http nor https, a character that readers cannot see.
 * Nothing here opens a network connection or reads a clock.
 */
@org.jspecify.annotations.NullMarked
package colophon.edition;
