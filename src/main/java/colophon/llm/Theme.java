package colophon.llm;

import java.util.ArrayList;
import java.util.List;

/** What belongs under one subhead: a central excerpt and those chosen near it. */
final class Theme {

  private final Excerpt heart;
  private final List<Excerpt> excerpts = new ArrayList<>();
  private List<Excerpt> rivals = List.of();

  Theme(Excerpt heart) {
    this.heart = heart;
  }

  Excerpt heart() {
    return heart;
  }

  List<Excerpt> excerpts() {
    return excerpts;
  }

  /** Two excerpts that differ on a figure and are read side by side; empty where none do. */
  List<Excerpt> rivals() {
    return rivals;
  }

  void addRivals(Excerpt one, Excerpt other) {
    rivals = List.of(one, other);
    excerpts.addAll(rivals);
  }

  void add(Excerpt excerpt) {
    excerpts.add(excerpt);
  }

  int words() {
    return excerpts.stream().mapToInt(Excerpt::words).sum();
  }

  /** How many of its excerpts an outlet published. */
  long times(String outlet) {
    return excerpts.stream()
        .filter(excerpt -> excerpt.first().source().outlet().equals(outlet))
        .count();
  }

  boolean speaks() {
    return excerpts.stream().anyMatch(excerpt -> QuotedSpeech.holds(excerpt.text()));
  }

  boolean hears(int origin) {
    return excerpts.stream().anyMatch(excerpt -> excerpt.first().origin() == origin);
  }
}
