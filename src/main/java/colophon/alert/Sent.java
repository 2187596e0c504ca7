package colophon.alert;

import colophon.text.PrintableText;

/**
 * What came of sending.
 *
 * @param forGood whether trying again is of no use
 * @param answer what was said, or why nothing was
 */
record Sent(boolean delivered, boolean forGood, String answer) {

  private static final int MOST_CHARACTERS = 500;

  Sent {
    String line = PrintableText.of(answer).strip();
    answer = line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) : line;
  }

  static Sent delivered(String answer) {
    return new Sent(true, true, answer);
  }

  static Sent failed(String why) {
    return new Sent(false, false, why);
  }

  /** The recipient stands in the newsroom's file no more. */
  static Sent gone() {
    return new Sent(false, true, "This recipient is not named in newsroom.yaml any more.");
  }
}
