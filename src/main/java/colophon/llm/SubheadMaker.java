package colophon.llm;

import colophon.llm.NounPhrases.Phrase;
import colophon.text.Embedder;
import colophon.text.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names a section by a noun phrase that its sentences hold and that is near to what all of them
 * say, and by a second one for what the first leaves out. No word serves two subheads.
 */
final class SubheadMaker {

  private static final double HOLDS = 0.45;
  private static final double LENGTH = 0.35;
  private static final double SHARED = 0.25;
  private static final double MOST_SPREAD = 0.12;
  private static final double NAME = 0.15;
  private static final double SECOND = 0.30;
  private static final int LEAST_LETTERS = 5;

  private final StorySentences story;
  private final Capitals capitals;
  private final List<Phrase> phrases;
  private final Map<Phrase, Embedding> embeddings = new HashMap<>();
  private final Set<String> used;

  /**
   * @param storyTerms the words of the story's own name, which tell sections apart from nothing
   */
  SubheadMaker(
      StorySentences story,
      Capitals capitals,
      Set<String> people,
      List<Theme> themes,
      Set<String> storyTerms,
      Embedder embedder) {
    this.story = story;
    this.capitals = capitals;
    this.used = new TreeSet<>(storyTerms);
    Set<Integer> shown = new TreeSet<>();
    for (Theme theme : themes) {
      theme.excerpts().stream()
          .flatMap(excerpt -> excerpt.sentences().stream())
          .forEach(sentence -> shown.add(sentence.number()));
    }
    this.phrases =
        NounPhrases.of(story.all()).stream()
            .filter(phrase -> phrase.sentences().stream().anyMatch(shown::contains))
            .filter(this::tells)
            .filter(phrase -> phrase.stems().stream().noneMatch(people::contains))
            .toList();
    List<Embedding> found = embedder.embed(phrases.stream().map(Phrase::surface).toList());
    for (int i = 0; i < phrases.size(); i++) {
      embeddings.put(phrases.get(i), found.get(i));
    }
  }

  private boolean tells(Phrase phrase) {
    int sentences = phrase.sentences().size();
    boolean common = sentences > Math.max(2, story.all().size() * MOST_SPREAD);
    boolean one = phrase.stems().size() == 1;
    return !common
        && !(one && capitals.isName(phrase.surface()))
        && (!one || sentences > 1 && phrase.stems().getFirst().length() >= LEAST_LETTERS);
  }

  /** One or two phrases that name these excerpts; none where the sources offer none. */
  List<String> name(List<Excerpt> excerpts) {
    List<String> names = new ArrayList<>();
    Phrase first = best(excerpts, excerpts, 0);
    if (first == null) {
      used.clear();
      first = best(excerpts, excerpts, 0);
    }
    if (first == null) {
      return names;
    }
    Phrase named = first;
    use(first, names);
    List<Excerpt> rest = excerpts.stream().filter(excerpt -> !holds(excerpt, named)).toList();
    Phrase second = rest.size() < 2 ? null : best(rest, rest, SECOND);
    if (second != null && second.stems().size() > 1) {
      use(second, names);
    }
    return names;
  }

  private void use(Phrase phrase, List<String> names) {
    used.addAll(phrase.stems());
    names.add(phrase.surface());
  }

  private @Nullable Phrase best(List<Excerpt> holding, List<Excerpt> about, double least) {
    return phrases.stream()
        .filter(phrase -> phrase.stems().stream().noneMatch(used::contains))
        .filter(phrase -> holding.stream().anyMatch(excerpt -> holds(excerpt, phrase)))
        .filter(phrase -> worth(phrase, about) >= least)
        .max(
            Comparator.comparingDouble((Phrase phrase) -> worth(phrase, about))
                .thenComparing(Phrase::surface))
        .orElse(null);
  }

  private double worth(Phrase phrase, List<Excerpt> excerpts) {
    double sum = 0;
    for (Excerpt excerpt : excerpts) {
      sum += holds(excerpt, phrase) ? HOLDS : 0;
      sum += Math.max(0, near(phrase, excerpt));
    }
    return sum / excerpts.size()
        + LENGTH * (Math.min(phrase.stems().size(), 2) - 1)
        + (phrase.sources().size() > 1 ? SHARED : 0)
        - (phrase.stems().stream().allMatch(capitals::isName) ? NAME : 0);
  }

  private double near(Phrase phrase, Excerpt excerpt) {
    Embedding embedding = embeddings.get(phrase);
    if (embedding == null) {
      throw new IllegalStateException(phrase.surface() + " was not embedded");
    }
    return excerpt.sentences().stream()
        .mapToDouble(sentence -> story.embedding(sentence).similarity(embedding))
        .max()
        .orElse(0);
  }

  private static boolean holds(Excerpt excerpt, Phrase phrase) {
    return excerpt.sentences().stream()
        .anyMatch(sentence -> phrase.sentences().contains(sentence.number()));
  }
}
