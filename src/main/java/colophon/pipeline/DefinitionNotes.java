package colophon.pipeline;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Gathers what a reader finds wrong in a definition file, with its places. */
final class DefinitionNotes {

  private final YamlFile file;
  private final List<DefinitionProblem> problems = new ArrayList<>();

  DefinitionNotes(YamlFile file) {
    this.file = file;
  }

  /** Notes a problem at the place of a JSON pointer. */
  void wrong(String pointer, String message) {
    problems.add(file.problem(pointer, message));
  }

  /** In the order of the file. */
  List<DefinitionProblem> problems() {
    return problems.stream()
        .sorted(
            Comparator.comparingInt(DefinitionProblem::line)
                .thenComparingInt(DefinitionProblem::column))
        .toList();
  }

  /**
   * A duration within its range.
   *
   * @param otherwise where the node is missing
   */
  Duration duration(
      String pointer, JsonNode node, String otherwise, Duration least, Duration most) {
    String text = node.asString(otherwise);
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
        wrong(
            pointer,
            "\"" + text + "\" must lie between " + written(least) + " and " + written(most) + ".");
        return least;
      }
      return duration;
    } catch (DateTimeParseException | ArithmeticException e) {
      wrong(
          pointer,
          "\""
              + text
              + "\" is no duration; write PT15M for 15 minutes, PT3H for 3 hours, P2D for 2"
              + " days.");
      return least;
    }
  }

  /** As the documentation writes it: whole days as days. */
  private static String written(Duration duration) {
    return duration.toDays() > 1 && duration.equals(Duration.ofDays(duration.toDays()))
        ? "P" + duration.toDays() + "D"
        : duration.toString();
  }
}
