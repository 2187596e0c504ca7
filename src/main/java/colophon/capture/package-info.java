/**
 * What we read, on what terms, and the bytes. Takes {@link colophon.capture.Source sources}, gives
 * {@link colophon.capture.Captured snapshots}.
 *
 * <p>A {@code Poller} asks the {@code Fetcher} for a feed, a page or the documents of a folder. The
 * fetcher follows redirects itself ({@code Journey}); each hop passes the rules on scheme, port and
 * user information, the host's robots.txt ({@code Robots}), the host's queue ({@code HostTurns})
 * and, inside the connection, the address filter ({@code FilteredNames}). Every reading becomes a
 * row and every body is kept once in the {@code SnapshotStore}; what is new stays open there until
 * it is settled.
 *
 * <p>Never: parse what is not kept yet; open an address that the filter has not passed; read a file
 * outside the allowed paths; wait, read or inflate beyond a named limit; lose an item in silence.
 */
@org.jspecify.annotations.NullMarked
package colophon.capture;
