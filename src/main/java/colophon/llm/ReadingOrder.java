package colophon.llm;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which a section's excerpts are read best: each followed by what is nearest to it,
 * what happened before what is to come, a source's sentences in the source's order, nothing before
 * what it refers to, and no outlet three times running.
 */
final class ReadingOrder {

  private static final double LINK = 1.0;
  private static final double LEADS = 1.2;
  private static final double BACKWARDS = 0.6;
  private static final double TENSE = 0.5;
  private static final double UNKNOWN = 5.0;
  private static final double THREE_RUNNING = 0.8;
  private static final double SPEECH_FIRST = 0.5;

  private final Kinship kinship;
  private final SentenceChoice choice;
  private final TimeWords time;

  ReadingOrder(Kinship kinship, SentenceChoice choice, TimeWords time) {
    this.kinship = kinship;
    this.choice = choice;
    this.time = time;
  }

  /**
   * The excerpts in their best order; those that cannot be followed in any are left out.
   *
   * @param reader who has read what stands before; it reads what is returned
   * @param excerpts few, since every order is tried
   */
  List<Excerpt> order(List<Excerpt> excerpts, ReaderMemory reader) {
    List<Excerpt> best = excerpts;
    double most = Double.NEGATIVE_INFINITY;
    for (List<Excerpt> order : orders(excerpts)) {
      double worth = worth(order, reader.copy());
      if (worth > most) {
        most = worth;
        best = order;
      }
    }
    List<Excerpt> followed = new ArrayList<>();
    for (Excerpt excerpt : best) {
      if (reader.follows(excerpt)) {
        reader.read(excerpt);
        followed.add(excerpt);
      }
    }
    return followed;
  }

  private static List<List<Excerpt>> orders(List<Excerpt> excerpts) {
    List<List<Excerpt>> orders = new ArrayList<>();
    orders.add(List.of());
    for (int length = 0; length < excerpts.size(); length++) {
      List<List<Excerpt>> longer = new ArrayList<>();
      for (List<Excerpt> order : orders) {
        for (Excerpt excerpt : excerpts) {
          if (!order.contains(excerpt)) {
            List<Excerpt> extended = new ArrayList<>(order);
            extended.add(excerpt);
            longer.add(extended);
          }
        }
      }
      orders = longer;
    }
    return orders;
  }

  private double worth(List<Excerpt> order, ReaderMemory reader) {
    double worth = 0;
    for (int i = 0; i < order.size(); i++) {
      Excerpt excerpt = order.get(i);
      worth -= reader.follows(excerpt) ? 0 : UNKNOWN;
      reader.read(excerpt);
      if (i == 0) {
        worth += LEADS * choice.weight(excerpt);
        worth -= QuotedSpeech.begins(excerpt.text()) ? SPEECH_FIRST : 0;
        continue;
      }
      Excerpt before = order.get(i - 1);
      worth += LINK * kinship.of(before, excerpt);
      worth -= TENSE * Math.max(0, tense(before) - tense(excerpt));
      boolean running = i > 1 && sameSource(order.get(i - 2), before);
      worth -= running && sameSource(before, excerpt) ? THREE_RUNNING : 0;
      for (Excerpt earlier : order.subList(0, i)) {
        boolean backwards =
            sameSource(earlier, excerpt) && earlier.first().number() > excerpt.first().number();
        worth -= backwards ? BACKWARDS : 0;
      }
    }
    return worth;
  }

  private int tense(Excerpt excerpt) {
    return time.looksAhead(excerpt.text()) ? 1 : 0;
  }

  private static boolean sameSource(Excerpt one, Excerpt other) {
    return one.first().source().outlet().equals(other.first().source().outlet());
  }
}
