package colophon.pipeline;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * How long bytes are kept, from {@code retention} in {@code newsroom.yaml}. A class that is not
 * named is kept.
 *
 * @param periods by the class's word, such as {@code copies}
 */
public record Retention(SortedMap<String, Period> periods) {

  public Retention {
    periods = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(periods));
  }

  /** Reads the member; the schema has checked its names and the form of its periods. */
  static Retention read(JsonNode node, DefinitionNotes notes) {
    var periods = new TreeMap<String, Period>();
    for (String word : node.propertyNames()) {
      String text = node.path(word).asString();
      try {
        periods.put(word, Period.parse(text));
      } catch (DateTimeParseException | ArithmeticException e) {
        notes.wrong(
            "/retention/" + word,
            "\""
                + text
                + "\" is no period; write P90D for 90 days, P6M for 6 months, P2Y for 2 years.");
      }
    }
    return new Retention(periods);
  }
}
