package colophon.llm;

import colophon.brief.Style;
import colophon.llm.BriefAnswer.BodyLine;
import colophon.llm.BriefAnswer.Line;
import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.PassageId;
import colophon.text.Languages;
import colophon.text.NormalText;
import colophon.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Prints the brief that the extractive writer makes of some article texts, to be read as an editor
 * reads: {@code BriefTrial FILE…}. A file has head lines ({@code title: …}, {@code outlet: …},
 * {@code published: …}), a blank line and paragraphs.
 */
final class BriefTrial {

  private BriefTrial() {}

  public static void main(String[] files) throws Exception {
    List<SourceText> sources = new ArrayList<>();
    for (String file : files) {
      sources.add(read(Path.of(file), sources));
    }
    System.out.println(print(sources));
  }

  static String print(List<SourceText> sources) throws NothingToQuoteException {
    Instant asOf =
        sources.stream()
            .map(SourceText::published)
            .filter(Objects::nonNull)
            .map(OffsetDateTime::toInstant)
            .max(Instant::compareTo)
            .orElse(null);
    PassagesMessage message =
        new PassagesMessage(Datamark.NONE, 0, 0, Style.DEFAULT, asOf, sources);
    BriefAnswer answer = new ExtractiveSummary(message, new MiniLmEmbedder()).write();
    return text(answer, sources);
  }

  static String text(BriefAnswer answer, List<SourceText> sources) {
    StringBuilder out = new StringBuilder();
    out.append(answer.headline().text()).append("\n\n");
    out.append(paragraph(answer.standfirst())).append("\n\n");
    out.append(paragraph(answer.lede())).append("\n");
    int section = 0;
    int paragraph = 0;
    for (BodyLine line : answer.body()) {
      if (line.section() != section) {
        section = line.section();
        paragraph = 1;
        out.append("\n\n").append(answer.subheads().get(section - 1).line().text()).append("\n\n");
      } else if (line.paragraph() != paragraph) {
        paragraph = line.paragraph();
        out.append("\n\n");
      }
      out.append(marked(line.line())).append(' ');
    }
    out.append("\n\nSources\n");
    for (SourceText source : sources) {
      out.append(source.number()).append(". ").append(source.outlet()).append(": ");
      out.append(source.title()).append('\n');
    }
    out.append("(").append(Words.count(out.toString().replaceAll("\\[[^]]*]", "")));
    return out.append(" words)\n").toString();
  }

  private static String paragraph(List<Line> lines) {
    return String.join(" ", lines.stream().map(BriefTrial::marked).toList());
  }

  private static String marked(Line line) {
    return line.text()
        + " ["
        + String.join(" ", line.passages().stream().map(PassageId::toString).toList())
        + "]";
  }

  static SourceText read(Path file, List<SourceText> before) throws IOException {
    String all = Files.readString(file, StandardCharsets.UTF_8);
    int head = all.indexOf("\n\n");
    String title = field(all, "title", file.toString());
    String outlet = field(all, "outlet", outletOf(file));
    String date = field(all, "updated", field(all, "published", ""));
    List<PassageText> passages = new ArrayList<>();
    int number = before.size() + 1;
    for (String paragraph : all.substring(head).strip().split("\n\n+")) {
      String text =
          NormalText.line(paragraph.replaceAll("\\{\\{[^}]*}}", "").replaceAll("^!zw ", ""));
      if (!text.startsWith("!") && !text.isEmpty()) {
        passages.add(new PassageText(new PassageId(number, passages.size() + 1), text));
      }
    }
    String body = String.join(" ", passages.stream().map(PassageText::text).toList());
    OffsetDateTime published = date.isEmpty() ? null : OffsetDateTime.parse(date);
    return new SourceText(
        number,
        outlet,
        published,
        Languages.detect(body),
        origin(outlet, body, before),
        title,
        passages);
  }

  /** Copies share most of their runs of four words; one outlet is one origin. */
  private static int origin(String outlet, String body, List<SourceText> before) {
    Set<List<String>> mine = shingles(body);
    for (SourceText other : before) {
      Set<List<String>> theirs =
          shingles(String.join(" ", other.passages().stream().map(PassageText::text).toList()));
      long common = mine.stream().filter(theirs::contains).count();
      if (other.outlet().equals(outlet) || common * 2 >= Math.min(mine.size(), theirs.size())) {
        return other.origin();
      }
    }
    return before.stream().mapToInt(SourceText::origin).max().orElse(0) + 1;
  }

  private static Set<List<String>> shingles(String text) {
    Set<List<String>> shingles = new HashSet<>();
    List<String> words = Words.of(text);
    for (int i = 0; i + 4 <= words.size(); i++) {
      shingles.add(words.subList(i, i + 4));
    }
    return shingles;
  }

  private static String field(String all, String name, String otherwise) {
    for (String line : all.substring(0, Math.max(0, all.indexOf("\n\n"))).split("\n")) {
      if (line.startsWith(name + ": ")) {
        return line.substring(name.length() + 2).strip();
      }
    }
    return otherwise;
  }

  private static String outletOf(Path file) {
    String stem = file.getFileName().toString().split("--")[0].replace('-', ' ');
    if (stem.equals("saltmarsh institute")) {
      return "Saltmarsh Institute for Asian Affairs";
    }
    if (stem.equals("northlight forum")) {
      return "Northlight Policy Forum";
    }
    return switch (stem) {
      case "aldermouth council" -> "Aldermouth Town Council";
      case "pureungang ilbo" -> "푸른강일보";
      default -> TitleCase.of(stem).replaceAll("^The ", "The ");
    };
  }
}
