package colophon.tlog;

/** Sizes and indexes: ASCII decimals without leading zeroes, below 2^63. */
final class Decimal {

  private static final int MOST_DIGITS = 19;

  private Decimal() {}

  static long parse(String text, String what) throws LogFormatException {
    boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; i < text.length() && digits; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (digits && (text.length() == 1 || text.charAt(0) != '0')) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        // Nineteen digits can pass 2^63; said below.
      }
    }
    throw new LogFormatException(
        "expected " + what + " as a decimal without leading zeroes, found \"" + text + "\"");
  }
}
