package colophon.llm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the standfirst, what happened and why it matters, and the lede. */
final class OpeningChoice {

  /** A summary line under the title counts as a paragraph where there is one. */
  private static final int FIRST_PLACE = 1;

  private static final int LATEST_PLACE = 2;
  private static final int LATEST_DETAIL = 4;
  private static final int SHORTEST = 10;
  private static final int LONGEST = 42;
  private static final double WHEN = 0.15;
  private static final double SOMEBODY_NEW = 0.04;
  private static final double REACTION = 0.20;
  private static final double HAPPENS = 0.20;
  private static final double CONSENSUS = 0.60;
  private static final double COVERAGE = 0.45;
  private static final double ANOTHER_VOICE = 0.12;
  private static final double WEIGHS = 0.30;
  private static final double TOLD = 1.0;
  private static final double TOLD_FROM = 0.50;
  private static final double REPEATS = 0.80;
  private static final double REPEATS_FROM = 0.60;

  /** Where little may be quoted, the opening leaves some of it to the sections. */
  private static final int SHARE = 4;

  private static final int LEDE_WORDS = 75;

  private final SentenceChoice choice;
  private final TimeWords time;
  private final int room;

  OpeningChoice(SentenceChoice choice, TimeWords time) {
    this.choice = choice;
    this.time = time;
    this.room = Math.clamp(choice.wordsLeft() / SHARE, 2 * SHORTEST, LEDE_WORDS);
  }

  /** Two excerpts of one sentence each, or one where the sources give no more. */
  List<Excerpt> standfirst() {
    List<Excerpt> standfirst = new ArrayList<>();
    Excerpt event = event(FIRST_PLACE);
    if (event == null) {
      event = event(Integer.MAX_VALUE);
    }
    if (event == null) {
      return standfirst;
    }
    choice.take(event);
    standfirst.add(event);
    Excerpt weight = weight(event, FIRST_PLACE);
    if (weight == null) {
      weight = weight(event, Integer.MAX_VALUE);
    }
    if (weight != null) {
      choice.take(weight);
      standfirst.add(weight);
    }
    return standfirst;
  }

  /** One paragraph: who, what, when, where, in one to three sentences. */
  List<Excerpt> lede(List<Excerpt> standfirst) {
    List<Excerpt> lede = new ArrayList<>();
    int words = 0;
    for (int i = 0; i < 2 && words < room; i++) {
      int left = room - words;
      int latest = i == 0 ? LATEST_PLACE : LATEST_DETAIL;
      Excerpt next = detail(standfirst, lede, left, latest);
      if (next == null) {
        next = detail(standfirst, lede, left, Integer.MAX_VALUE);
      }
      if (next == null) {
        break;
      }
      choice.take(next);
      lede.add(next);
      words += next.words();
    }
    return lede;
  }

  /** Why it matters: what another source opens with. */
  private @Nullable Excerpt weight(Excerpt event, int latestPlace) {
    return choice.best(
        excerpt ->
            plain(excerpt)
                && excerpt.sentences().size() == 1
                && opens(excerpt, latestPlace)
                && !time.looksBack(excerpt.text()),
        excerpt ->
            choice.weight(excerpt)
                + (TimeWords.weighs(excerpt.text()) ? WEIGHS : 0)
                + (sameOrigin(excerpt, event) ? 0 : ANOTHER_VOICE)
                - TOLD * Math.max(0, choice.nearness(excerpt) - TOLD_FROM));
  }

  private @Nullable Excerpt event(int latestPlace) {
    return choice.best(
        excerpt -> plain(excerpt) && excerpt.sentences().size() == 1 && opens(excerpt, latestPlace),
        excerpt ->
            choice.weight(excerpt)
                + (TimeWords.saysWhen(excerpt.text()) ? WHEN : 0)
                + COVERAGE * choice.coverage(excerpt)
                - (TimeWords.reports(excerpt.text()) ? REACTION : 0)
                + (Verbs.happens(NounPhrases.tokens(excerpt.text())) ? HAPPENS : 0)
                + CONSENSUS * choice.consensus(excerpt)
                + SOMEBODY_NEW * Math.min(4, choice.introductions(excerpt)));
  }

  private @Nullable Excerpt detail(
      List<Excerpt> standfirst, List<Excerpt> lede, int left, int latestPlace) {
    return choice.best(
        excerpt ->
            excerpt.words() <= left
                && opens(excerpt, latestPlace)
                && !time.looksBack(excerpt.text())
                && !QuotedSpeech.holds(excerpt.text()),
        excerpt ->
            choice.weight(excerpt)
                + (TimeWords.saysWhen(excerpt.text()) ? WHEN / 2 : 0)
                + COVERAGE * choice.coverage(excerpt)
                + SOMEBODY_NEW * Math.min(4, choice.introductions(excerpt))
                + (lede.isEmpty() && sameOrigin(excerpt, standfirst.getFirst())
                    ? 0
                    : ANOTHER_VOICE / 2)
                - repeats(excerpt) / 2);
  }

  private static boolean opens(Excerpt excerpt, int latestPlace) {
    return excerpt.first().place() <= latestPlace
        && (excerpt.first().index() == 0 || latestPlace > FIRST_PLACE);
  }

  private double repeats(Excerpt excerpt) {
    return REPEATS * Math.max(0, choice.nearness(excerpt) - REPEATS_FROM);
  }

  private static boolean sameOrigin(Excerpt one, Excerpt other) {
    return one.first().origin() == other.first().origin();
  }

  private boolean plain(Excerpt excerpt) {
    String text = excerpt.text();
    return excerpt.words() >= SHORTEST
        && excerpt.words() <= LONGEST
        && !QuotedSpeech.holds(text)
        && !text.startsWith("If ")
        && Character.isUpperCase(text.codePointAt(0));
  }
}
