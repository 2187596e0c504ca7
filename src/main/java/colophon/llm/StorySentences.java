package colophon.llm;

import colophon.kernel.TextSpan;
import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.PassageId;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Language;
import colophon.text.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every sentence of a story's sources in the language of the brief, and how near they are. */
final class StorySentences {

  /** How many sentences of one story are weighed; each source gives its first ones. */
  static final int MOST_SENTENCES = 600;

  /** A shorter line without a stop is a heading. */
  private static final int HEADING_CHARACTERS = 90;

  private final List<SourceText> sources;
  private final List<SourceText> foreign;
  private final Set<String> originals;
  private final List<SourceSentence> all;
  private final List<Embedding> embeddings;
  private final float[][] similarity;
  private final float[] nearness;
  private final float mean;
  private final Map<PassageId, PassageText> headings = new HashMap<>();

  StorySentences(PassagesMessage message, Embedder embedder) {
    Language language = message.style().language();
    List<SourceText> current = SupersededSources.current(message.sources());
    this.sources = current.stream().filter(source -> reads(source, language)).toList();
    this.originals = originals(sources);
    this.foreign = current.stream().filter(source -> !reads(source, language)).toList();
    this.all = read(language);
    this.embeddings = embedder.embed(all.stream().map(SourceSentence::text).toList());
    this.similarity = new float[all.size()][all.size()];
    for (int i = 0; i < all.size(); i++) {
      similarity[i][i] = 1;
      for (int j = 0; j < i; j++) {
        float near = (float) embeddings.get(i).similarity(embeddings.get(j));
        similarity[i][j] = near;
        similarity[j][i] = near;
      }
    }
    this.nearness = new float[all.size()];
    float sum = 0;
    for (int i = 0; i < all.size(); i++) {
      float row = 0;
      for (float near : similarity[i]) {
        row += near;
      }
      nearness[i] = row / all.size();
      sum += nearness[i];
    }
    this.mean = all.isEmpty() ? 0 : sum / all.size();
  }

  /**
   * How near two sentences are in what sets them apart from the rest of the story, from -1 to 1:
   * the similarity that is left when what all sentences have in common is taken away.
   */
  double likeness(SourceSentence one, SourceSentence other) {
    int i = one.number();
    int j = other.number();
    double own = 1 - 2 * nearness[i] + mean;
    double theirs = 1 - 2 * nearness[j] + mean;
    double common = similarity[i][j] - nearness[i] - nearness[j] + mean;
    return own <= 0 || theirs <= 0 ? 0 : common / Math.sqrt(own * theirs);
  }

  /** The heading in its article under which a sentence stands; null where there is none. */
  @Nullable PassageText heading(SourceSentence sentence) {
    return headings.get(sentence.passage().id());
  }

  /** The sources that may be quoted, newest versions only. */
  List<SourceText> sources() {
    return sources;
  }

  /** The sources in other languages: they can agree, and are not quoted. */
  List<SourceText> foreign() {
    return foreign;
  }

  List<SourceSentence> all() {
    return all;
  }

  double similarity(SourceSentence one, SourceSentence other) {
    return similarity[one.number()][other.number()];
  }

  Embedding embedding(SourceSentence sentence) {
    return embeddings.get(sentence.number());
  }

  /** The origins of the sentences, ascending. */
  Set<Integer> origins() {
    Set<Integer> origins = new TreeSet<>();
    all.forEach(sentence -> origins.add(sentence.origin()));
    return origins;
  }

  /** The sentence before this one in the same passage; null for the first. */
  @Nullable SourceSentence before(SourceSentence sentence) {
    SourceSentence before = sentence.number() == 0 ? null : all.get(sentence.number() - 1);
    return before != null && sentence.follows(before) ? before : null;
  }

  /** The outlets that are quoted: of each origin the one that published first, as no copy is. */
  private static Set<String> originals(List<SourceText> sources) {
    Map<Integer, SourceText> first = new TreeMap<>();
    for (SourceText source : sources) {
      first.merge(source.origin(), source, (one, two) -> earlier(two, one) ? two : one);
    }
    Set<String> outlets = new TreeSet<>();
    first.forEach((origin, source) -> outlets.add(origin + " " + source.outlet()));
    return outlets;
  }

  private static boolean earlier(SourceText one, SourceText other) {
    return one.published() != null
        && other.published() != null
        && one.published().toInstant().isBefore(other.published().toInstant());
  }

  private static boolean reads(SourceText source, Language language) {
    return source.language().equals(language) || source.language().equals(Language.UNKNOWN);
  }

  private List<SourceSentence> read(Language language) {
    List<SourceSentence> read = new ArrayList<>();
    int most = MOST_SENTENCES / Math.max(1, sources.size());
    for (SourceText source : sources) {
      int place = 0;
      int room = most;
      PassageText heading = null;
      for (PassageText passage : source.passages()) {
        if (isHeading(passage.text())) {
          heading = passage;
          continue;
        }
        if (heading != null) {
          headings.put(passage.id(), heading);
        }
        List<TextSpan> spans = Sentences.split(passage.text(), language);
        for (int index = 0; index < spans.size() && room > 0; index++, room--) {
          String raw = spans.get(index).in(passage.text());
          read.add(sentence(read.size(), source, passage, place, index, raw, language));
        }
        place++;
      }
    }
    return List.copyOf(read);
  }

  private SourceSentence sentence(
      int number,
      SourceText source,
      PassageText passage,
      int place,
      int index,
      String raw,
      Language language) {
    String text = Quotability.freed(index == 0 ? Dateline.strip(raw) : raw);
    return new SourceSentence(
        number,
        source,
        passage,
        place,
        index,
        text,
        copied(source) ? Standing.NEVER : Quotability.judge(text, language),
        Terms.of(text),
        Figure.of(text));
  }

  /** Whether the source is another outlet's copy of a text; copies are never quoted. */
  boolean copied(SourceText source) {
    return !originals.contains(source.origin() + " " + source.outlet());
  }

  private static boolean isHeading(String passage) {
    return passage.length() < HEADING_CHARACTERS && !passage.matches("(?s).*[.!?。！？:;\"”’]$");
  }
}
