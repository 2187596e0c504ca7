package colophon.desk;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run in figures, for whoever reaches this machine. What its items are and why they became what
 * they did may be words of drafts that are not out, and stands at the desk and in the interface
 * that asks for a token.
 *
 * @param outcomes by stage, what became of its items and of how many
 */
public record RunView(
    String id,
    String pipeline,
    String slot,
    String startedBy,
    String startedAt,
    boolean ended,
    SortedMap<String, SortedMap<String, Integer>> outcomes) {
  public RunView {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
  }
}
