package colophon.edition;

import java.util.List;

/** How the printing of an edition ended. */
public sealed interface Printing {

  /** There is an edition; every format was read again and carries label, sources and marks. */
  record Printed(Edition edition) implements Printing {}

  /**
   * There is none, and nothing goes out.
   *
   * @param reasons a sentence each, for an editor; never empty
   */
  record Refused(List<String> reasons) implements Printing {
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal says why");
      }
    }
  }
}
