package colophon.review;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Sentence;
import colophon.story.Dossier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Finds topics that want a lawyer's eye: allegations, minors, suicide, courts, health, elections.
 * The words stand in {@code legal-topics.yaml}, by topic, over all languages offered.
 */
final class LegalTopics {

  /** How many of a topic's words the text must hold where its titles hold none. */
  private static final int LEAST_IN_TEXT = 3;

  private static final SortedMap<String, List<Pattern>> TOPICS = read();

  private LegalTopics() {}

  /** Why a legal read is needed, in a sentence; empty where no topic was found. */
  static Optional<String> in(Brief brief, Dossier dossier) {
    var titles = new StringBuilder(brief.headline().text());
    for (String id : brief.citedArticleIds()) {
      dossier.article(id).map(Article::title).ifPresent(title -> titles.append('\n').append(title));
    }
    var text = new StringBuilder();
    brief.sentences().stream().map(Sentence::text).forEach(each -> text.append(each).append('\n'));
    for (var topic : TOPICS.entrySet()) {
      List<String> inTitles = found(topic.getValue(), titles);
      List<String> inText = found(topic.getValue(), text);
      if (!inTitles.isEmpty() || inText.size() >= LEAST_IN_TEXT) {
        List<String> words = inTitles.isEmpty() ? inText : inTitles;
        return Optional.of(
            "It touches on "
                + topic.getKey()
                + " (\""
                + String.join("\", \"", words)
                + "\"), so it needs a legal read.");
      }
    }
    return Optional.empty();
  }

  private static List<String> found(List<Pattern> words, CharSequence text) {
    var found = new ArrayList<String>();
    for (Pattern word : words) {
      var matcher = word.matcher(text);
      if (matcher.find()) {
        found.add(matcher.group().toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  private static SortedMap<String, List<Pattern>> read() {
    try (InputStream in = LegalTopics.class.getResourceAsStream("legal-topics.yaml")) {
      if (in == null) {
        throw new IllegalStateException("legal-topics.yaml is missing from the build");
      }
      Map<String, List<String>> words =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      var topics = new TreeMap<String, List<Pattern>>();
      words.forEach(
          (topic, list) -> topics.put(topic, list.stream().map(LegalTopics::pattern).toList()));
      return topics;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole words for scripts that have them; Chinese characters, kana and Hangul run together. */
  private static Pattern pattern(String word) {
    boolean spaced = word.codePoints().allMatch(c -> c < 0x1100);
    String quoted = Pattern.quote(word);
    return Pattern.compile(
        spaced ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
