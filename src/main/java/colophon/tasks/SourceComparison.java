package colophon.tasks;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.kernel.TextSpan;
import colophon.text.NormalText;
import colophon.text.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says which sentences of a brief rest on words that a page does not hold any more. */
final class SourceComparison {

  /** Two texts of which fewer of a hundred words are shared are not versions of one another. */
  private static final int LEAST_SHARED = 40;

  private SourceComparison() {}

  /** The sentences whose cited words are not in the article as it is now. */
  static List<Task.Spot> spots(Brief brief, String articleId, Article now) {
    String text = NormalText.line(now.text());
    var spots = new ArrayList<Task.Spot>();
    for (Sentence sentence : brief.sentences()) {
      for (Citation citation : sentence.citations()) {
        if (citation.articleId().equals(articleId)
            && !text.contains(NormalText.line(citation.quote()))) {
          spots.add(
              new Task.Spot(
                  sentence.id(), sentence.text(), citation.quote(), nearest(citation, now)));
        }
      }
    }
    return List.copyOf(spots);
  }

  /** All sentences that rest on an article which cannot be read any more. */
  static List<Task.Spot> all(Brief brief, String articleId) {
    var spots = new ArrayList<Task.Spot>();
    for (Sentence sentence : brief.sentences()) {
      for (Citation citation : sentence.citations()) {
        if (citation.articleId().equals(articleId)) {
          spots.add(new Task.Spot(sentence.id(), sentence.text(), citation.quote(), ""));
        }
      }
    }
    return List.copyOf(spots);
  }

  /** The stretch of the article with as many sentences that shares most words with the cited. */
  private static String nearest(Citation citation, Article now) {
    List<TextSpan> sentences = Sentences.split(now.text(), now.language());
    int length = Math.max(1, Sentences.split(citation.quote(), now.language()).size());
    Set<String> wanted = words(citation.quote());
    String best = "";
    int most = LEAST_SHARED - 1;
    for (int i = 0; i + length <= sentences.size(); i++) {
      var span = new TextSpan(sentences.get(i).start(), sentences.get(i + length - 1).end());
      String stretch = span.in(now.text());
      int shared = shared(wanted, words(stretch));
      if (shared > most) {
        most = shared;
        best = stretch;
      }
    }
    return best;
  }

  /** How many hundredths of the words of either text stand in both. */
  private static int shared(Set<String> one, Set<String> other) {
    var both = new HashSet<>(one);
    both.retainAll(other);
    int all = one.size() + other.size() - both.size();
    return all == 0 ? 0 : 100 * both.size() / all;
  }

  /** Words, or single characters where a script sets no spaces. */
  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")) {
      if (word.codePoints().anyMatch(Character::isIdeographic)) {
        word.codePoints().forEach(each -> words.add(Character.toString(each)));
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
