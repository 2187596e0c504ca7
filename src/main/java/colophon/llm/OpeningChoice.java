package colophon.llm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the standfirst, what happened and why it matters, and the lede. */
final class OpeningChoice {

  private static final int LATEST_PLACE = 1;
  private static final int LATEST_DETAIL = 3;
  private static final int SHORTEST = 10;
  private static final int LONGEST = 42;
  private static final double WHEN = 0.15;
  private static final double SOMEBODY_NEW = 0.04;
  private static final double ANOTHER_VOICE = 0.12;
  private static final double WEIGHS = 0.10;
  private static final double REPEATS = 0.60;
  private static final double REPEATS_FROM = 0.45;
  private static final int LEDE_WORDS = 85;

  private final SentenceChoice choice;

  OpeningChoice(SentenceChoice choice) {
    this.choice = choice;
  }

  /** Two excerpts of one sentence each, or one where the sources give no more. */
  List<Excerpt> standfirst() {
    List<Excerpt> standfirst = new ArrayList<>();
    Excerpt event = event();
    if (event == null) {
      return standfirst;
    }
    choice.take(event);
    standfirst.add(event);
    Excerpt weight =
        choice.best(
            excerpt -> plain(excerpt) && excerpt.sentences().size() == 1,
            excerpt ->
                choice.weight(excerpt)
                    + (weighs(excerpt) ? WEIGHS : 0)
                    + (sameOrigin(excerpt, event) ? 0 : ANOTHER_VOICE)
                    - repeats(excerpt));
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
    for (int i = 0; i < 2 && words < LEDE_WORDS; i++) {
      int room = LEDE_WORDS - words;
      int latest = i == 0 ? LATEST_PLACE : LATEST_DETAIL;
      Excerpt next = detail(standfirst, lede, room, latest);
      if (next == null) {
        next = detail(standfirst, lede, room, Integer.MAX_VALUE);
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

  private @Nullable Excerpt event() {
    Excerpt event =
        choice.best(
            excerpt ->
                plain(excerpt)
                    && excerpt.sentences().size() == 1
                    && excerpt.first().place() <= LATEST_PLACE
                    && excerpt.first().index() == 0,
            excerpt ->
                choice.weight(excerpt)
                    + (TimeWords.saysWhen(excerpt.text()) ? WHEN : 0)
                    + SOMEBODY_NEW * Math.min(4, choice.introductions(excerpt)));
    return event != null
        ? event
        : choice.best(excerpt -> excerpt.sentences().size() == 1, choice::weight);
  }

  private @Nullable Excerpt detail(
      List<Excerpt> standfirst, List<Excerpt> lede, int room, int latestPlace) {
    return choice.best(
        excerpt ->
            excerpt.words() <= room
                && excerpt.first().place() <= latestPlace
                && !TimeWords.looksBack(excerpt.text())
                && !QuotedSpeech.holds(excerpt.text()),
        excerpt ->
            choice.weight(excerpt)
                + (TimeWords.saysWhen(excerpt.text()) ? WHEN / 2 : 0)
                + SOMEBODY_NEW * Math.min(4, choice.introductions(excerpt))
                + (lede.isEmpty() && sameOrigin(excerpt, standfirst.getFirst())
                    ? 0
                    : ANOTHER_VOICE / 2)
                - repeats(excerpt) / 2);
  }

  private double repeats(Excerpt excerpt) {
    return REPEATS * Math.max(0, choice.nearness(excerpt) - REPEATS_FROM);
  }

  private static boolean weighs(Excerpt excerpt) {
    return TimeWords.weighs(excerpt.text());
  }

  private static boolean sameOrigin(Excerpt one, Excerpt other) {
    return one.first().origin() == other.first().origin();
  }

  private static boolean plain(Excerpt excerpt) {
    String text = excerpt.text();
    return excerpt.words() >= SHORTEST
        && excerpt.words() <= LONGEST
        && !QuotedSpeech.holds(text)
        && Character.isUpperCase(text.codePointAt(0));
  }
}
