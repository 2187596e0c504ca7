package colophon.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes any number of articles from the samples: many events, each told by one to eight articles,
 * some of them copies of another, some events easily mistaken for an earlier one. Texts keep the
 * samples' build and get names, figures and words of their own event. Equal seeds give equal bytes.
 */
final class NewsGenerator {

  /** The first publication; the last lies {@link #HOURS} later. */
  static final OffsetDateTime START = OffsetDateTime.parse("2026-01-12T00:00:00Z");

  static final int HOURS = 48;

  private static final int MOST_ARTICLES = 8;
  private static final int LOOK_ALIKE_PERCENT = 10;
  private static final int ANOTHER_TEXT_PERCENT = 65;
  private static final int COPIED_PERCENT = 20;
  private static final int MOST_COPIES = 3;
  private static final int EDITED_PERCENT = 3;
  private static final int OUTLETS = 90;
  private static final String[] PAPERS = {
    "Courier", "Gazette", "Ledger", "Tribune", "Herald", "Monitor", "Standard", "Observer", "Echo"
  };

  private final Random random;
  private final EventWords.Vocabulary vocabulary;
  private final SortedMap<String, List<SampleText>> stories = new TreeMap<>();
  private final List<String> outlets = new ArrayList<>();
  private final List<NewsText> made = new ArrayList<>();

  private NewsGenerator(List<SampleText> samples, long seed) {
    random = new Random(seed);
    vocabulary = EventWords.Vocabulary.of(samples);
    for (SampleText sample : samples) {
      stories.computeIfAbsent(sample.story(), any -> new ArrayList<>()).add(sample);
    }
    for (int i = 0; i < OUTLETS; i++) {
      outlets.add(vocabulary.names().get(i * 37) + " " + PAPERS[i % PAPERS.length]);
    }
  }

  /** So many articles; the last event may be cut short. */
  static List<NewsText> generate(Path samples, int count, long seed) throws IOException {
    return new NewsGenerator(SampleText.all(samples), seed).generate(count);
  }

  private List<NewsText> generate(int count) {
    SortedMap<String, EventWords> latest = new TreeMap<>();
    List<String> names = List.copyOf(stories.keySet());
    for (int event = 0; made.size() < count; event++) {
      String story = names.get(random.nextInt(names.size()));
      EventWords before = latest.get(story);
      EventWords words =
          before != null && chance(LOOK_ALIKE_PERCENT)
              ? before.lookAlike()
              : new EventWords(vocabulary, random);
      latest.put(story, words);
      tell(event, stories.getOrDefault(story, List.of()), words);
    }
    return List.copyOf(made.subList(0, count));
  }

  private void tell(int event, List<SampleText> samples, EventWords words) {
    List<SampleText> texts = new ArrayList<>(samples);
    Collections.shuffle(texts, random);
    List<String> desks = new ArrayList<>(outlets);
    Collections.shuffle(desks, random);
    int minute = random.nextInt((HOURS - 12) * 60);
    int told = 0;
    for (SampleText sample : texts) {
      if (told > 0 && (told >= MOST_ARTICLES || !chance(ANOTHER_TEXT_PERCENT))) {
        return;
      }
      minute += told == 0 ? 0 : 5 + random.nextInt(90);
      NewsText original = text(event, sample, words, desks.get(told++), minute);
      made.add(original);
      int copies = chance(COPIED_PERCENT) ? 1 + random.nextInt(MOST_COPIES) : 0;
      for (int i = 0; i < copies && told < MOST_ARTICLES; i++) {
        made.add(copy(original, words, desks.get(told++), minute + 10 + random.nextInt(120)));
      }
    }
  }

  private NewsText text(int event, SampleText sample, EventWords words, String outlet, int minute) {
    return new NewsText(
        made.size(),
        event,
        made.size(),
        outlet,
        words.tell(sample.title()),
        words.tell(sample.dek()),
        person(),
        at(minute),
        sample.paragraphs().stream()
            .map(words::tell)
            .map(paragraph -> words.edited(paragraph, EDITED_PERCENT))
            .toList());
  }

  /** The same text in another outlet: cut, lightly edited, under a headline of its own. */
  private NewsText copy(NewsText original, EventWords words, String outlet, int minute) {
    List<String> paragraphs = new ArrayList<>(original.paragraphs());
    int cuts = random.nextInt(1 + paragraphs.size() / 4);
    for (int i = 0; i < cuts; i++) {
      paragraphs.remove(random.nextBoolean() ? paragraphs.size() - 1 : paragraphs.size() / 2);
    }
    paragraphs.replaceAll(paragraph -> words.edited(paragraph, EDITED_PERCENT));
    paragraphs.add(
        "Readers of the " + outlet + " can follow this story in tomorrow's printed edition.");
    return new NewsText(
        made.size(),
        original.event(),
        original.number(),
        outlet,
        words.edited(original.title(), 30),
        original.dek(),
        person(),
        at(minute),
        paragraphs);
  }

  private OffsetDateTime at(int minute) {
    return START.plusMinutes(Math.min(minute, HOURS * 60));
  }

  private String person() {
    return vocabulary.name(random) + " " + vocabulary.name(random);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** What makes some pages heavy: scripts and lists that no reader sees as text. */
  static String furniture(Random random) {
    if (random.nextInt(100) >= 15) {
      return "";
    }
    StringBuilder heavy = new StringBuilder("<script>window.state={");
    int entries = 500 + random.nextInt(2_000);
    for (int i = 0; i < entries; i++) {
      heavy.append(String.format(Locale.ROOT, "\"k%d\":\"%016x\",", i, random.nextLong()));
    }
    heavy.append("}</script>\n<ul class=\"menu\">");
    for (int i = 0; i < 150; i++) {
      heavy.append("<li><a href=\"/topic/").append(i).append("\">Topic ").append(i);
      heavy.append("</a></li>");
    }
    return heavy.append("</ul>\n").toString();
  }

  /** The folder of samples, found from where the evaluation was started. */
  static Path samples() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("samples/making"))) {
        return at.resolve("samples");
      }
    }
    throw new IllegalStateException(
        "The samples were not found; start the evaluation inside the project's folder.");
  }
}
