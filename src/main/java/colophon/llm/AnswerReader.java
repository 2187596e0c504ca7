package colophon.llm;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.llm.BriefAnswer.BodyLine;
import colophon.llm.BriefAnswer.Line;
import colophon.llm.BriefAnswer.Subhead;
import colophon.story.PassageId;
import colophon.text.NormalText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads answers strictly: every member, no other member, every limit. */
final class AnswerReader {

  private AnswerReader() {}

  static BriefAnswer read(String json) throws MessageFormatException {
    Json.Obj root = document(json);
    members(root, "the answer", Set.of("headline", "standfirst", "lede", "subheads", "body"));
    Line headline = line(object(root.get("headline"), "headline"), "headline", Set.of());
    List<Line> standfirst = lines(root, "standfirst");
    List<Line> lede = lines(root, "lede");
    List<Subhead> subheads = subheads(root);
    return new BriefAnswer(headline, standfirst, lede, subheads, body(root, subheads.size()));
  }

  static SectionAnswer readSection(String json) throws MessageFormatException {
    Json.Obj root = document(json);
    members(root, "the answer", Set.of("subhead", "body"));
    Line subhead = line(object(root.get("subhead"), "subhead"), "subhead", Set.of());
    var body = new ArrayList<SectionAnswer.BodyLine>();
    for (Item item : items(root, "body")) {
      Line line = line(item.object(), item.where(), Set.of("paragraph"));
      body.add(new SectionAnswer.BodyLine(number(item.object(), item.where(), "paragraph"), line));
    }
    body.sort(Comparator.comparingInt(SectionAnswer.BodyLine::paragraph));
    return new SectionAnswer(subhead, body);
  }

  private static Json.Obj document(String json) throws MessageFormatException {
    String trimmed = json.strip();
    if (!trimmed.startsWith("{")) {
      throw wrong("the answer", "a JSON object and nothing else", "\"" + excerpt(trimmed) + "\"");
    }
    try {
      return JsonReader.readObject(
          trimmed.getBytes(StandardCharsets.UTF_8), BriefAnswer.MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new MessageFormatException("the answer: " + e.getMessage());
    }
  }

  private static List<Line> lines(Json.Obj root, String name) throws MessageFormatException {
    var lines = new ArrayList<Line>();
    for (Item item : items(root, name)) {
      lines.add(line(item.object(), item.where(), Set.of()));
    }
    return lines;
  }

  private static List<Subhead> subheads(Json.Obj root) throws MessageFormatException {
    var subheads = new ArrayList<Subhead>();
    for (Item item : items(root, "subheads")) {
      Line line = line(item.object(), item.where(), Set.of("section"));
      int section = number(item.object(), item.where(), "section");
      if (section != subheads.size() + 1) {
        throw wrong(item.where() + ".section", "" + (subheads.size() + 1), "" + section);
      }
      subheads.add(new Subhead(section, line));
    }
    return subheads;
  }

  private static List<BodyLine> body(Json.Obj root, int sections) throws MessageFormatException {
    var body = new ArrayList<BodyLine>();
    for (Item item : items(root, "body")) {
      Line line = line(item.object(), item.where(), Set.of("section", "paragraph"));
      int section = number(item.object(), item.where(), "section");
      if (section > sections) {
        throw wrong(
            item.where() + ".section", "a section that has a subhead", "section " + section);
      }
      body.add(new BodyLine(section, number(item.object(), item.where(), "paragraph"), line));
    }
    for (int section = 1; section <= sections; section++) {
      int number = section;
      if (body.stream().noneMatch(sentence -> sentence.section() == number)) {
        throw wrong("body", "a sentence in section " + section, "none");
      }
    }
    body.sort(Comparator.comparingInt(BodyLine::section).thenComparingInt(BodyLine::paragraph));
    return body;
  }

  private record Item(Json.Obj object, String where) {}

  private static List<Item> items(Json.Obj root, String name) throws MessageFormatException {
    List<Json> values = array(root.get(name), name, BriefAnswer.MOST_LINES);
    var items = new ArrayList<Item>();
    for (int i = 0; i < values.size(); i++) {
      String where = name + "[" + i + "]";
      items.add(new Item(object(values.get(i), where), where));
    }
    return items;
  }

  private static Line line(Json.Obj object, String where, Set<String> besides)
      throws MessageFormatException {
    var expected = new java.util.HashSet<>(besides);
    expected.addAll(List.of("text", "passages"));
    members(object, where, expected);
    if (!(object.get("text") instanceof Json.Str text)) {
      throw wrong(where + ".text", "a string", kind(object.get("text")));
    }
    return new Line(sentence(text.value(), where), passages(object, where));
  }

  private static String sentence(String raw, String where) throws MessageFormatException {
    String text = NormalText.line(raw);
    if (text.isEmpty()) {
      throw wrong(where + ".text", "a sentence", "an empty text");
    }
    if (text.length() > BriefAnswer.MOST_CHARACTERS) {
      throw wrong(
          where + ".text",
          "at most " + BriefAnswer.MOST_CHARACTERS + " characters",
          "" + text.length());
    }
    return text;
  }

  private static List<PassageId> passages(Json.Obj object, String where)
      throws MessageFormatException {
    var ids = new ArrayList<PassageId>();
    for (Json value :
        array(object.get("passages"), where + ".passages", BriefAnswer.MOST_PASSAGES)) {
      try {
        if (!(value instanceof Json.Str name)) {
          throw wrong(where + ".passages", "names such as \"1.3\"", kind(value));
        }
        PassageId id = PassageId.parse(name.value());
        if (!ids.contains(id)) {
          ids.add(id);
        }
      } catch (IllegalArgumentException e) {
        throw new MessageFormatException(where + ".passages: " + e.getMessage());
      }
    }
    return ids;
  }

  private static void members(Json.Obj object, String where, Set<String> expected)
      throws MessageFormatException {
    for (String name : new java.util.TreeSet<>(expected)) {
      if (object.get(name) == null) {
        throw wrong(where, "a member \"" + name + "\"", "none");
      }
    }
    for (String name : object.members().keySet()) {
      if (!expected.contains(name)) {
        throw wrong(where, "no other members", "\"" + excerpt(name) + "\"");
      }
    }
  }

  private static Json.Obj object(@Nullable Json value, String where) throws MessageFormatException {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw wrong(where, "an object", kind(value));
  }

  private static List<Json> array(@Nullable Json value, String where, int most)
      throws MessageFormatException {
    if (!(value instanceof Json.Arr array)) {
      throw wrong(where, "an array", kind(value));
    }
    if (array.items().isEmpty() || array.items().size() > most) {
      throw wrong(where, "1 to " + most + " entries", "" + array.items().size());
    }
    return array.items();
  }

  private static int number(Json.Obj object, String where, String name)
      throws MessageFormatException {
    if (object.get(name) instanceof Json.Num number
        && number.literal().matches("[1-9][0-9]?")
        && number.whole() <= BriefAnswer.MOST_SECTIONS) {
      return (int) number.whole();
    }
    throw wrong(
        where + "." + name,
        "a whole number from 1 to " + BriefAnswer.MOST_SECTIONS,
        object.get(name) instanceof Json.Num number
            ? excerpt(number.literal())
            : kind(object.get(name)));
  }

  private static String kind(@Nullable Json value) {
    return switch (value) {
      case null -> "nothing";
      case Json.Obj ignored -> "an object";
      case Json.Arr ignored -> "an array";
      case Json.Str string -> "the string \"" + excerpt(string.value()) + "\"";
      case Json.Num number -> excerpt(number.literal());
      case Json.Bool bool -> "" + bool.value();
      case Json.Null ignored -> "null";
    };
  }

  private static String excerpt(String text) {
    String line = PassagesMessage.oneLine(text.substring(0, Math.min(text.length(), 200)));
    return line.codePointCount(0, line.length()) <= 60
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
  }

  private static MessageFormatException wrong(String where, String expected, String found) {
    return new MessageFormatException(where + ": expected " + expected + ", found " + found);
  }
}
