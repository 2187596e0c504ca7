/**
 * The transparency log as data (RFC 6962, C2SP tlog-tiles and signed notes). Takes leaf hashes and
 * notes, gives trees, tiles, proofs and their verdicts; never stores or signs on its own.
 */
@org.jspecify.annotations.NullMarked
package colophon.tlog;
