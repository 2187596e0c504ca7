package colophon.text;

/** Turns rising UTF-16 indexes into code points without counting from the start each time. */
final class CodePointCounter {

  private final String text;
  private int index;
  private int count;

  CodePointCounter(String text) {
    this.text = text;
  }

  int at(int utf16) {
    count += text.codePointCount(index, utf16);
    index = utf16;
    return count;
  }
}
