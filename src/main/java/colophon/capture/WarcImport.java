package colophon.capture;

import java.util.List;

/**
 * What came of the records of a WARC file.
 *
 * @param imported how many archived copies are new
 * @param known how many were there already
 * @param passedOver records that hold no archived copy that can be used, each with the reason
 */
public record WarcImport(int imported, int known, List<PassedOver> passedOver) {

  /** The most records that are named one by one. */
  static final int MOST_NAMED = 1_000;

  /**
   * One record that was passed over.
   *
   * @param record its place in the file and what it is about
   * @param reason a part of a sentence
   */
  public record PassedOver(String record, String reason) {}

  public WarcImport {
    passedOver = List.copyOf(passedOver);
  }
}
