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

  /** A topic's words in all languages. */
  private record Topic(List<Pattern> strong, List<Pattern> weak) {

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

  private static TreeSet<String> found(List<Pattern> words, CharSequence text) {
    var found = new TreeSet<String>();
    for (Pattern word : words) {
      var matcher = word.matcher(text);
      if (matcher.find()) {
        found.add(matcher.group().toLowerCase(Locale.ROOT));
      }
    }
    return found;
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
                  patterns(lists.getOrDefault("strong", Map.of())),
                  patterns(lists.getOrDefault("weak", Map.of())))));
      return topics;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Pattern> patterns(Map<String, List<String>> byLanguage) {
    return byLanguage.values().stream().flatMap(List::stream).map(LegalTopics::pattern).toList();
  }

  /** Whole words for scripts that have them; Chinese characters, kana and Hangul run together. */
  private static Pattern pattern(String word) {
    boolean spaced = word.codePoints().allMatch(c -> c < 0x1100);
    boolean open = word.endsWith("*");
    String quoted = Pattern.quote(open ? word.substring(0, word.length() - 1) : word);
    String ending = open ? "\\p{L}*" : "";
    return Pattern.compile(
        spaced ? "(?<![\\p{L}\\p{N}])" + quoted + ending + "(?![\\p{L}\\p{N}])" : quoted,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
