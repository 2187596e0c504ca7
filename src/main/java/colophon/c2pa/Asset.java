package colophon.c2pa;

import org.jspecify.annotations.Nullable;

/**
 * The bytes that a manifest speaks of.
 *
 * @param carrier where in them the manifest itself stands; null where it lies beside them
 */
record Asset(byte[] bytes, @Nullable ByteRange carrier) {}
