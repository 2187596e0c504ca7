/**
 * The transparency log as data. Takes leaf hashes and notes, gives trees, proofs and their
 * verdicts; never stores anything, and holds a private key only while {@link
 * colophon.tlog.NoteSigner} is asked to sign.
 *
 * <p>The tree is that of RFC 6962, section 2.1: a leaf is {@code SHA-256(0x00 || entry)}, a node
 * {@code SHA-256(0x01 || left || right)}, the left part of every split is the largest power of two
 * smaller than the whole. A <em>complete subtree</em> is named by its level and its index: the
 * {@code 2^level} leaves from {@code index * 2^level} on.
 *
 * <p>A <em>signed note</em> (c2sp.org/signed-note) is a text that ends in a newline, an empty line,
 * and one line a signature: {@code — NAME base64(keyID[4] || signature)}. A <em>checkpoint</em>
 * (c2sp.org/tlog-checkpoint) is a note of at least three lines: origin, tree size in decimal, root
 * in base64. A <em>log proof</em> (c2sp.org/tlog-proof@v1) is one file that carries an index, the
 * inclusion path and the checkpoint it leads to:
 *
 * <pre>
 * c2sp.org/tlog-proof@v1
 * [extra BASE64]
 * index DECIMAL
 * BASE64 of each hash of the path, from the leaf's sibling upwards
 *
 * the checkpoint, as signed
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package colophon.tlog;
