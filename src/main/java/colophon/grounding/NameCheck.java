package colophon.grounding;

import colophon.article.Article;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.grounding.NameReader.Name;
import colophon.grounding.NamedWords.Word;
import colophon.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether every name of a sentence is a name of its passages. A full name may come from elsewhere
 * in a cited article where the passage has a part of it; the outlet, its agency and its authors are
 * known from the article's head.
 */
final class NameCheck {

  private static final Pattern PRONOUN =
      Pattern.compile(
          "\\b(he|she|they|his|her|their|him|them|it|its|who)\\b", Pattern.CASE_INSENSITIVE);

  /** How far the sources bear a name out. */
  private enum Support {
    FULL,
    /** It stands in the article, not in the passages. */
    ELSEWHERE,
    /** Its words stand there, never together. */
    APART,
    NONE
  }

  private final Map<String, NameIndex> articles = new HashMap<>();

  Checked check(Sentence sentence, Evidence evidence, Language language) {
    boolean heading = sentence.role() == Role.HEADLINE || sentence.role() == Role.SUBHEAD;
    List<Name> names = NameReader.in(sentence.text(), heading, language.tag().equals("de"));
    List<String> eastAsian = EastAsianNames.in(sentence.text());
    if (names.isEmpty() && eastAsian.isEmpty()) {
      return Checked.passed(Check.NAMES, "It names nobody.");
    }
    NameIndex cited = cited(evidence);
    Checked weak = null;
    for (Name name : names) {
      Checked found = judge(name, sentence.text(), evidence, cited);
      if (!found.result().passed() && !found.weak()) {
        return found;
      }
      weak = found.weak() && weak == null ? found : weak;
    }
    for (String name : eastAsian) {
      if (!cited.contains(name) && sameScript(evidence)) {
        return Checked.failed(Check.NAMES, missing(name));
      }
    }
    return weak == null
        ? Checked.passed(Check.NAMES, "Its names stand in the cited passages.")
        : weak;
  }

  private Checked judge(Name name, String text, Evidence evidence, NameIndex cited) {
    Support best = Support.NONE;
    for (Article article : evidence.articles()) {
      Support support = support(name, cited, whole(article));
      best = support.ordinal() < best.ordinal() ? support : best;
    }
    String words = name.text(text);
    return switch (best) {
      case FULL -> Checked.passed(Check.NAMES, "");
      case ELSEWHERE ->
          pronounSpeaks(evidence)
              ? Checked.passed(Check.NAMES, "")
              : Checked.weak(
                  Check.NAMES,
                  "The name \"" + words + "\" stands in the article, not in the cited passages.");
      case APART ->
          Checked.failed(
              Check.NAMES,
              "The words of the name \"" + words + "\" stand in the source, but not together.");
      case NONE ->
          otherScript(evidence)
              ? Checked.weak(
                  Check.NAMES,
                  "The name \"" + words + "\" cannot be compared with a source in another script.")
              : Checked.failed(Check.NAMES, missing(words));
    };
  }

  private static String missing(String name) {
    return "The name \"" + name + "\" does not stand in the cited passages.";
  }

  private static NameIndex cited(Evidence evidence) {
    var texts = new ArrayList<String>();
    evidence.passages().forEach(cited -> texts.add(cited.text()));
    evidence.articles().forEach(article -> texts.addAll(head(article)));
    return new NameIndex(texts);
  }

  /** What an article's head says of its origin. */
  private static List<String> head(Article article) {
    var head = new ArrayList<String>(article.authors());
    head.add(article.outlet());
    if (article.credit() != null) {
      head.add(article.credit());
    }
    return head;
  }

  private NameIndex whole(Article article) {
    return articles.computeIfAbsent(
        article.id(),
        id -> {
          var texts = new ArrayList<String>(head(article));
          article.passages().forEach(passage -> texts.add(article.textOf(passage)));
          texts.add(article.title());
          return new NameIndex(texts);
        });
  }

  private static Support support(Name name, NameIndex cited, NameIndex whole) {
    if (cited.has(initials(name)) && name.words().size() > 1) {
      return Support.FULL;
    }
    if (namesUnknownPlace(name, cited, whole)) {
      return Support.NONE;
    }
    List<Word> rest = withoutPlaces(name, cited, whole);
    List<Word> telling = rest.stream().filter(word -> !Lexicon.title(word.folded())).toList();
    List<Word> unknown = telling.stream().filter(word -> !known(word, cited, whole)).toList();
    boolean allCommon = unknown.stream().allMatch(word -> Lexicon.common(word.folded()));
    boolean some =
        unknown.size() < name.words().size()
            && (unknown.size() < telling.size() || telling.isEmpty());
    if (!unknown.isEmpty() && !(allCommon && (some || name.headed()))) {
      return Support.NONE;
    }
    if (!name.headed() && !together(rest, cited, whole)) {
      return Support.APART;
    }
    boolean here = telling.isEmpty() || telling.stream().anyMatch(word -> stands(word, cited));
    return here || telling.size() < name.words().size() && rest.size() < name.words().size()
        ? Support.FULL
        : Support.ELSEWHERE;
  }

  private static boolean known(Word word, NameIndex cited, NameIndex whole) {
    return stands(word, cited) || stands(word, whole);
  }

  private static boolean stands(Word word, NameIndex index) {
    if (!index.forms(word.folded()).isEmpty()) {
      return true;
    }
    Integer place = Places.named(List.of(word.folded()));
    return place != null && index.hasPlace(place) || word.acronym() && index.expands(word.folded());
  }

  private static String initials(Name name) {
    var initials = new StringBuilder();
    name.words().stream()
        .filter(Word::capital)
        .forEach(word -> initials.append(word.folded().charAt(0)));
    return initials.toString();
  }

  /** The words left when every place that the source knows by one of its names is taken out. */
  private static List<Word> withoutPlaces(Name name, NameIndex cited, NameIndex whole) {
    var rest = new ArrayList<Word>();
    List<Word> words = name.words();
    int at = 0;
    while (at < words.size()) {
      int length = placeAt(words, at, cited, whole);
      if (length == 0) {
        rest.add(words.get(at));
      }
      at += Math.max(1, length);
    }
    return rest;
  }

  /** "North Korea" is no part of what "South Korea" bears out. */
  private static boolean namesUnknownPlace(Name name, NameIndex cited, NameIndex whole) {
    List<String> folded = name.words().stream().map(Word::folded).toList();
    for (int i = 0; i < folded.size(); i++) {
      for (int length = 2; length <= Places.MOST_WORDS && i + length <= folded.size(); length++) {
        Integer place = Places.named(folded.subList(i, i + length));
        if (place != null && !cited.hasPlace(place) && !whole.hasPlace(place)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int placeAt(List<Word> words, int at, NameIndex cited, NameIndex whole) {
    for (int length = Math.min(Places.MOST_WORDS, words.size() - at); length > 0; length--) {
      Integer place =
          Places.named(words.subList(at, at + length).stream().map(Word::folded).toList());
      if (place != null && (cited.hasPlace(place) || whole.hasPlace(place))) {
        return length;
      }
    }
    return 0;
  }

  /** Whether each two neighbouring words of a name stand close together in the article, too. */
  private static boolean together(List<Word> words, NameIndex cited, NameIndex whole) {
    for (int i = 1; i < words.size(); i++) {
      Word left = words.get(i - 1);
      Word right = words.get(i);
      boolean title = Lexicon.title(left.folded()) || Lexicon.title(right.folded());
      Set<String> some = whole.forms(left.folded());
      Set<String> others = whole.forms(right.folded());
      boolean comparable = !title && !some.isEmpty() && !others.isEmpty();
      if (comparable
          && !whole.near(some, others)
          && !cited.near(cited.forms(left.folded()), cited.forms(right.folded()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean pronounSpeaks(Evidence evidence) {
    return evidence.passages().stream().anyMatch(cited -> PRONOUN.matcher(cited.text()).find());
  }

  private static boolean otherScript(Evidence evidence) {
    return evidence.passages().stream().anyMatch(cited -> Typography.hasEastAsian(cited.text()));
  }

  private static boolean sameScript(Evidence evidence) {
    return evidence.passages().stream().allMatch(cited -> Typography.hasEastAsian(cited.text()));
  }
}
