package colophon.capture;

import colophon.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What a source's address held when it was last fetched.
 *
 * @param validators null where the server gave none
 */
record Seen(Digest decodedDigest, @Nullable Validators validators) {}
