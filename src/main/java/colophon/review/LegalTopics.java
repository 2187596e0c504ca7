package colophon.review;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Sentence;
import colophon.story.Dossier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Finds topics that want a lawyer's eye: allegations, minors, suicide, courts, health, elections.
 * The words stand in {@code legal-topics.yaml}, which says how they weigh.
 */
final class LegalTopics {

  /** How many of a topic's words the text must hold where no title has a strong one. */
  private static final int LEAST_IN_TEXT = 2;

  private static final SortedMap<String, Topic> TOPICS = read();

  private LegalTopics() {}

  /**
   * A word to look for.
   *
   * @param folded the letters it must hold, so that most words are ruled out without the pattern
   */
  private record Word(Pattern pattern, String folded) {}

  /** A topic's words in all languages. */
  private record Topic(List<Word> strong, List<Word> weak) {

    /** The words that show the topic; empty where they do not suffice. */
    Collection<String> shownBy(CharSequence titles, CharSequence text) {
      var inTitles = found(strong, titles);
      if (!inTitles.isEmpty()) {
        return inTitles;
      }
      var words = found(strong, text);
      if (words.isEmpty()) {
        return List.of();
      }
      words.addAll(found(weak, text));
      words.addAll(found(weak, titles));
      return words.size() >= LEAST_IN_TEXT ? words : List.of();
    }
  }

  /** Why a legal read is needed, in a sentence; empty where no topic was found. */
  static Optional<String> in(Brief brief, Dossier dossier) {
    var titles = new StringBuilder(brief.headline().text());
    for (String id : brief.citedArticleIds()) {
      dossier.article(id).map(Article::title).ifPresent(title -> titles.append('\n').append(title));
    }
    String text = brief.sentences().stream().map(Sentence::text).collect(Collectors.joining("\n"));
    var topics = new ArrayList<String>();
    TOPICS.forEach((name, topic) -> {
      Collection<String> words = topic.shownBy(titles, text);
      if (!words.isEmpty()) {
        topics.add(name + " (\"" + String.join("\", \"", words) + "\")");
      }
    });
    return topics.isEmpty()
        ? Optional.empty()
        : Optional.of("It touches on " + String.join("; ", topics) + ", so it needs a legal read.");
  }

  private static TreeSet<String> found(List<Word> words, CharSequence text) {
    String folded = folded(text);
    var found = new TreeSet<String>();
    for (Word word : words) {
      if (folded.contains(word.folded())) {
        var matcher = word.pattern().matcher(text);
        if (matcher.find()) {
          found.add(matcher.group().toLowerCase(Locale.ROOT));
        }
      }
    }
    return found;
  }

  /** Without case, letter by letter, as the patterns compare. */
  private static String folded(CharSequence text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
    }
    return folded.toString();
  }

  private static SortedMap<String, Topic> read() {
    try (InputStream in = LegalTopics.class.getResourceAsStream("legal-topics.yaml")) {
      if (in == null) {
        throw new IllegalStateException("legal-topics.yaml is missing from the build");
      }
      Map<String, Map<String, Map<String, List<String>>>> words =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      var topics = new TreeMap<String, Topic>();
      words.forEach((name, lists) ->
          topics.put(
              name,
              new Topic(
                  words(lists.getOrDefault("strong", Map.of())),
                  words(lists.getOrDefault("weak", Map.of())))));
      return topics;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Word> words(Map<String, List<String>> byLanguage) {
    return byLanguage.values().stream().flatMap(List::stream).map(LegalTopics::word).toList();
  }

  /** Whole words for scripts that have them; Chinese characters, kana and Hangul run together. */
  private static Word word(String word) {
    boolean spaced = word.codePoints().allMatch(c -> c < 0x1100);
    boolean open = word.endsWith("*");
    String letters = open ? word.substring(0, word.length() - 1) : word;
    String quoted = Pattern.quote(letters);
    String ending = open ? "\\p{L}*" : "";
    return new Word(
        Pattern.compile(
            spaced ? "(?<![\\p{L}\\p{N}])" + quoted + ending + "(?![\\p{L}\\p{N}])" : quoted,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        folded(letters));
  }
}
