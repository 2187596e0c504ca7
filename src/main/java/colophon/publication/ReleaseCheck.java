package colophon.publication;

import java.util.List;
import java.util.SortedMap;

/** The last look at a version before it is released: our own verifier. */
@FunctionalInterface
public interface ReleaseCheck {

  /** A sentence for everything that is not in order; empty where it may go out. */
  List<String> findings(SortedMap<String, byte[]> files);
}
