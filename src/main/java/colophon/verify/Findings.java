package colophon.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, the first {@value #MOST} of them: a hostile bundle may hold any number. */
final class Findings {

  /** Enough for a site of a few thousand versions. */
  static final int MOST = 20_000;

  private final String place;
  private final List<Finding> found = new ArrayList<>();
  private boolean failed;

  /** Findings on something whose path from the target is {@code place}; empty for the target. */
  Findings(String place) {
    this.place = place;
  }

  void add(Code code, String subject, String sentence) {
    failed |= code.severity() == Severity.FAILED;
    // Past the limit only the first failures still matter, and the outcome knows of them already.
    if (found.size() < MOST) {
      found.add(new Finding(code, place.isEmpty() ? subject : place + "/" + subject, sentence));
    }
  }

  /** Findings of a part that is looked at beside the rest, to be added in their turn. */
  Findings apart() {
    return new Findings(place);
  }

  void addAll(List<Finding> findings) {
    for (Finding finding : findings) {
      failed |= finding.severity() == Severity.FAILED;
      if (found.size() < MOST) {
        found.add(finding);
      }
    }
  }

  boolean failed() {
    return failed;
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
