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
  private static final double NAME = 0.30;
  private static final double SECOND = 0.30;
  private static final double CLEAR = 0.52;
  private static final int MOST_TRIED = 6;
  private static final int LEAST_LETTERS = 5;

  private final StorySentences story;
  private final Capitals capitals;
  private final Embedder embedder;
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
    this.embedder = embedder;
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
    List<Phrase> firsts = ranked(excerpts, excerpts);
    if (firsts.isEmpty()) {
      used.clear();
      firsts = ranked(excerpts, excerpts);
    }
    List<List<Phrase>> names = new ArrayList<>();
    for (Phrase first : firsts.subList(0, Math.min(MOST_TRIED, firsts.size()))) {
      names.add(List.of(first));
      Phrase second = second(first, excerpts);
      if (second != null) {
        names.add(names.size() - 1, List.of(first, second));
      }
    }
    List<Phrase> name = clear(names, excerpts);
    name.forEach(phrase -> used.addAll(phrase.stems()));
    return name.stream().map(Phrase::surface).toList();
  }

  /** A second phrase for at least two excerpts that the first leaves out. */
  private @Nullable Phrase second(Phrase first, List<Excerpt> excerpts) {
    List<Excerpt> rest = excerpts.stream().filter(excerpt -> !holds(excerpt, first)).toList();
    if (rest.size() < 2) {
      return null;
    }
    return ranked(rest, rest).stream()
        .filter(phrase -> !phrase.overlaps(first) && phrase.stems().size() > 1)
        .filter(phrase -> worth(phrase, rest) >= SECOND)
        .findFirst()
        .orElse(null);
  }

  /** The first name that is near enough to what the section says, else the nearest. */
  private List<Phrase> clear(List<List<Phrase>> names, List<Excerpt> excerpts) {
    List<String> texts =
        names.stream()
            .map(name -> String.join(" and ", name.stream().map(Phrase::surface).toList()))
            .toList();
    List<Embedding> found = embedder.embed(texts);
    int nearest = -1;
    double most = -1;
    for (int i = 0; i < names.size(); i++) {
      Embedding embedding = found.get(i);
      double near =
          excerpts.stream().mapToDouble(excerpt -> near(embedding, excerpt)).max().orElse(0);
      if (near >= CLEAR) {
        return names.get(i);
      }
      if (near > most) {
        most = near;
        nearest = i;
      }
    }
    return nearest < 0 ? List.of() : names.get(nearest);
  }

  private List<Phrase> ranked(List<Excerpt> holding, List<Excerpt> about) {
    return phrases.stream()
        .filter(phrase -> phrase.stems().stream().noneMatch(used::contains))
        .filter(phrase -> holding.stream().anyMatch(excerpt -> holds(excerpt, phrase)))
        .sorted(
            Comparator.comparingDouble((Phrase phrase) -> -worth(phrase, about))
                .thenComparing(Phrase::surface))
        .toList();
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
    return near(embedding, excerpt);
  }

  private double near(Embedding embedding, Excerpt excerpt) {
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
