package colophon.evidence;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is erased together, in the newsroom's words. */
public enum ErasureClass {
  COPIES("copies", "archived copies of sources"),
  MODEL("model", "model requests and answers"),
  TEXTS("texts", "texts of articles"),
  DRAFTS("drafts", "drafts and the reports on them"),
  PEOPLE("people", "names of people in decisions, receipts, withdrawals and holds");

  private final String word;
  private final String text;

  ErasureClass(String word, String text) {
    this.word = word;
    this.text = text;
  }

  /** The class of that word, as commands and {@code newsroom.yaml} have it. */
  public static Optional<ErasureClass> of(String word) {
    return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /** All the words, for a sentence. */
  public static String words() {
    return Stream.of(values()).map(ErasureClass::word).collect(Collectors.joining(", "));
  }

  /** One word. */
  public String word() {
    return word;
  }

  /** What it holds. */
  public String text() {
    return text;
  }
}
