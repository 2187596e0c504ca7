package colophon.tlog;

import colophon.kernel.Digest;

/**
 * A complete subtree: the {@code 2^level} leaves from {@code index * 2^level} on.
 *
 * @param level 0 for a leaf
 */
public record TreeNode(int level, long index, Digest hash) {}
