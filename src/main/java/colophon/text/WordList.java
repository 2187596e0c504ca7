package colophon.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Word lists that ship with the program; a line that begins with # says what a list is. */
public final class WordList {

  private WordList() {}

  /**
   * The lines of a list, without notes and empty lines.
   *
   * @param beside the class beside which the list lies among the resources
   */
  public static List<String> lines(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program carries no list " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every word of a list. */
  public static Set<String> words(Class<?> beside, String name) {
    Set<String> words = new TreeSet<>();
    lines(beside, name).forEach(line -> words.addAll(List.of(line.split("\\s+"))));
    return words;
  }
}
