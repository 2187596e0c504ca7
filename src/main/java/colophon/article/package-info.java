/**
 * Bytes into articles. Takes snapshots, gives text with numbered passages; text that a reader could
 * not see never leaves this room as text.
 */
@org.jspecify.annotations.NullMarked
package colophon.article;
