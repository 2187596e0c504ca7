package colophon.llm;

import colophon.brief.Style;
import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.PassageId;
import colophon.text.Language;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a passages message line by line. */
final class PassagesReader {

  private static final Pattern FIRST =
      Pattern.compile("passages/1 marker=(none|[a-z]{6}) withheld=(\\d{1,6}) cut=(\\d{1,6})");
  private static final Pattern ORDER =
      Pattern.compile(
          "brief: language=([a-z]{2,3}) leastWords=(\\d{1,6}) mostWords=(\\d{1,6})"
              + " sections=(\\d{1,3}) sharePercent=(\\d{1,3}) asOf=(\\S+)");
  private static final Pattern SOURCE =
      Pattern.compile(
          "=== source (\\d{1,4}) \\| outlet: ([^|]*) \\| published: (\\S+)"
              + " \\| language: ([a-z]{2,3}) \\| origin: (\\d{1,4}) \\| title: (.*)");
  private static final Pattern PASSAGE =
      Pattern.compile("\\[([1-9]\\d{0,3}\\.[1-9]\\d{0,4})\\] (.*)");

  private final List<String> lines;
  private Datamark marker = Datamark.NONE;

  PassagesReader(String message) {
    this.lines = message.lines().toList();
  }

  PassagesMessage read() throws MessageFormatException {
    Matcher first = line(0, FIRST, "\"passages/1 marker=… withheld=… cut=…\"");
    marker = new Datamark(first.group(1));
    Matcher order = line(1, ORDER, "\"brief: language=…\"");
    var style =
        new Style(
            new Language(order.group(1)),
            number(order, 2),
            number(order, 3),
            number(order, 4),
            number(order, 5));
    try {
      return new PassagesMessage(
          marker,
          number(first, 2),
          number(first, 3),
          style,
          order.group(6).equals("unknown") ? null : Instant.parse(order.group(6)),
          sources());
    } catch (DateTimeParseException e) {
      throw new MessageFormatException(
          "expected an ISO date in the passages message, found \"" + e.getParsedString() + "\"");
    }
  }

  private List<SourceText> sources() throws MessageFormatException {
    var sources = new ArrayList<SourceText>();
    int at = 2;
    while (at < lines.size()) {
      Matcher head = line(at, SOURCE, "\"=== source …\"");
      var passages = new ArrayList<PassageText>();
      at++;
      while (at < lines.size() && !lines.get(at).startsWith("=== ")) {
        Matcher passage = line(at, PASSAGE, "\"[1.1] text\"");
        passages.add(
            new PassageText(PassageId.parse(passage.group(1)), marker.unmark(passage.group(2))));
        at++;
      }
      sources.add(source(head, passages));
    }
    return sources;
  }

  private SourceText source(Matcher head, List<PassageText> passages) {
    return new SourceText(
        number(head, 1),
        marker.unmark(head.group(2)),
        head.group(3).equals("unknown") ? null : OffsetDateTime.parse(head.group(3)),
        new Language(head.group(4)),
        number(head, 5),
        marker.unmark(head.group(6)),
        passages);
  }

  private Matcher line(int index, Pattern pattern, String expected) throws MessageFormatException {
    String line = index < lines.size() ? lines.get(index) : "";
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      String found = line.length() > 60 ? line.substring(0, 60) + "…" : line;
      throw new MessageFormatException(
          "line "
              + (index + 1)
              + " of the passages message: expected "
              + expected
              + ", found \""
              + found
              + "\"");
    }
    return matcher;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
