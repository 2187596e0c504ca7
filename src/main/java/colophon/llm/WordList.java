package colophon.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Word lists that ship with the program; a line that begins with # says what a list is. */
final class WordList {

  private WordList() {}

  static List<String> lines(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program carries no list " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every word of a list. */
  static Set<String> read(String name) {
    Set<String> words = new TreeSet<>();
    lines(name).forEach(line -> words.addAll(List.of(line.split(" "))));
    return words;
  }
}
