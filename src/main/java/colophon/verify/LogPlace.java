package colophon.verify;

import colophon.kernel.Digest;
import colophon.tlog.Checkpoint;

/** Where a log says that a version stands, and the tree it says so of. */
record LogPlace(Checkpoint checkpoint, long index, Digest leafHash, boolean trusted) {}
