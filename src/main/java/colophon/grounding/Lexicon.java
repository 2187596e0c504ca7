package colophon.grounding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words that the checks of names know, from the lists beside this class's resources. */
final class Lexicon {

  private static final Set<String> COMMON = words("common-words.txt");
  private static final Set<String> TITLES = words("titles.txt");

  private Lexicon() {}

  /** Whether a folded word, or the plain form it is bent from, is an everyday English word. */
  static boolean common(String folded) {
    return COMMON.contains(folded)
        || Inflection.plainForms(folded).stream().anyMatch(COMMON::contains);
  }

  /** Whether a folded word introduces a person rather than names one. */
  static boolean title(String folded) {
    return TITLES.contains(folded);
  }

  /** The lines of a list, without notes and empty lines. */
  static List<String> lines(String name) {
    try (InputStream in = Lexicon.class.getResourceAsStream("/colophon/grounding/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the list " + name + " is not in the jar");
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

  private static Set<String> words(String name) {
    var words = new HashSet<String>();
    lines(name)
        .forEach(line ->
            List.of(line.split("\\s+")).forEach(word -> words.add(Typography.folded(word))));
    return words;
  }
}
