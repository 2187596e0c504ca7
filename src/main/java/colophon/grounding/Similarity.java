package colophon.grounding;

import colophon.article.Article;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.kernel.TextSpan;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Language;
import colophon.text.Sentences;
import colophon.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How near a sentence is in meaning to the nearest sentence, or pair of them, that it cites. */
final class Similarity {

  /** Headings are short and general: they may be this much further off, in thousandths. */
  static final int HEADING_ALLOWANCE_MILLI = 150;

  private static final int THOUSAND = 1000;

  private final Map<String, Embedding> embeddings;

  /** Embeds all that will be compared, in one call. */
  Similarity(Map<Sentence, Evidence> cited, Embedder embedder) {
    var texts = new LinkedHashMap<String, Boolean>();
    cited.forEach((sentence, evidence) -> {
      texts.put(sentence.text(), true);
      pieces(evidence).forEach(piece -> texts.put(piece, true));
    });
    this.embeddings = new LinkedHashMap<>();
    List<String> order = List.copyOf(texts.keySet());
    List<Embedding> vectors = order.isEmpty() ? List.of() : embedder.embed(order);
    for (int i = 0; i < order.size(); i++) {
      embeddings.put(order.get(i), vectors.get(i));
    }
  }

  /** The sentences of the cited passages, each neighbouring two, and the passages whole. */
  static List<String> pieces(Evidence evidence) {
    var pieces = new ArrayList<String>();
    evidence.passages().forEach(cited -> pieces.addAll(cited.pieces()));
    return pieces;
  }

  /** The sentences of a passage, each neighbouring two, and the whole. */
  static List<String> pieces(String text, Language language) {
    List<String> sentences = sentences(text, language);
    var pieces = new ArrayList<>(sentences);
    for (int i = 1; i < sentences.size(); i++) {
      pieces.add(sentences.get(i - 1) + " " + sentences.get(i));
    }
    pieces.add(text);
    return pieces;
  }

  static List<String> sentences(String text, Language language) {
    return Sentences.split(text, language).stream().map((TextSpan span) -> span.in(text)).toList();
  }

  Checked check(Sentence sentence, Evidence evidence, Language language, Thresholds thresholds) {
    int score = score(sentence, evidence);
    boolean heading = sentence.role() == Role.HEADLINE || sentence.role() == Role.SUBHEAD;
    int allowance = heading ? HEADING_ALLOWANCE_MILLI : 0;
    if (score >= thresholds.weakBelowMilli() - allowance) {
      return scored(true, false, "It is close in meaning to what it cites.", score);
    }
    if (heading && saysNothingNew(sentence, evidence)) {
      return scored(true, false, "Every word of it stands in what it cites.", score);
    }
    boolean translated =
        evidence.articles().stream().map(Article::language).noneMatch(language::equals);
    if (translated) {
      return scored(
          false, true, "Its closeness to a source in another language cannot be measured.", score);
    }
    boolean weak = score >= thresholds.unsupportedBelowMilli() - allowance;
    return scored(
        false,
        weak,
        weak
            ? "It is only loosely close in meaning to what it cites."
            : "It is not close in meaning to anything it cites.",
        score);
  }

  /** A label of two words is far from any sentence in meaning, and still nothing but its words. */
  private static boolean saysNothingNew(Sentence sentence, Evidence evidence) {
    var cited = new java.util.HashSet<String>();
    pieces(evidence).forEach(piece -> cited.addAll(Words.of(piece)));
    return cited.containsAll(Words.content(sentence.text()));
  }

  private static Checked scored(boolean passed, boolean weak, String note, int score) {
    return new Checked(new CheckResult(Check.SIMILARITY, passed, note, score), weak);
  }

  /** The best similarity to what is cited, in thousandths, never below 0. */
  int score(Sentence sentence, Evidence evidence) {
    Embedding mine = of(sentence.text());
    double best =
        pieces(evidence).stream().mapToDouble(piece -> of(piece).similarity(mine)).max().orElse(0);
    return (int) Math.round(Math.max(0, best) * THOUSAND);
  }

  private Embedding of(String text) {
    Embedding embedding = embeddings.get(text);
    if (embedding == null) {
      throw new IllegalStateException("a text was compared that was not embedded");
    }
    return embedding;
  }
}
