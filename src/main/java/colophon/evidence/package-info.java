/**
 * One zip that holds everything an auditor or a court may ask of a published version. Takes what
 * the other rooms keep; gives an {@link colophon.evidence.EvidenceBundle}, the same to the byte
 * whenever it is asked for. From such a bundle, or beside the database, a version is made again
 * ({@link colophon.evidence.Replay}, {@link colophon.evidence.ReplayDesk}); and copies of published
 * files are given out that carry their credential inside ({@link colophon.evidence.ExportDesk}).
 *
 * <p>Never: compute anew what is stored as a fact; let in a key, a secret or a path of this
 * machine; say that something is true. Checking a bundle is {@code verify}'s business, which needs
 * nothing of this room.
 */
@org.jspecify.annotations.NullMarked
package colophon.evidence;
