/**
 * A witness of other people's logs: it cosigns what a log shows, and refuses what does not continue
 * what it cosigned before. Takes checkpoints with their proofs, over HTTP or from a folder of
 * tiles, gives cosignatures.
 *
 * <p>It knows no newsroom and no database: its folder holds its key and, a file each, the last
 * checkpoint it cosigned of every log. A checkpoint is on disk there before a cosignature of it
 * leaves. Never: cosign two trees of one size, a smaller tree, or one that is not proven to
 * continue the last.
 *
 * <p>The protocol is c2sp.org/tlog-witness; what is decided and why stands in {@link
 * colophon.tlog.Witnessing}.
 */
@org.jspecify.annotations.NullMarked
package colophon.witness;
