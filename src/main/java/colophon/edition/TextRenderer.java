package colophon.edition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The brief as plain text: the label is its first line, a paragraph is a line. */
record TextRenderer() implements Renderer {

  static final String NAME = "brief.txt";

  @Override
  public Artefact render(Layout layout) {
    var out = new StringJoiner("\n\n", "", "\n");
    Words words = layout.words();
    out.add(layout.label().shortText());
    out.add(layout.label().how());
    if (layout.imprint().sample()) {
      out.add(words.text("sample.banner"));
    }
    String headline = line(layout.headline());
    out.add(headline + "\n" + rule(headline, '='));
    out.add(paragraph(layout, layout.standfirst()));
    out.add(String.join(" · ", layout.byline()));
    String heading = layout.noteHeading();
    if (heading != null) {
      out.add(heading + ", " + words.moment(layout.publishedAt()) + ": " + layout.note());
    }
    out.add(paragraph(layout, layout.lede()));
    for (LaidSection section : layout.sections()) {
      String subhead = line(section.subhead());
      out.add(subhead + "\n" + rule(subhead, '-'));
      section.paragraphs().forEach(paragraph -> out.add(paragraph(layout, paragraph)));
    }
    addSources(layout, out);
    addFoot(layout, out);
    return new Artefact(
        NAME, "text/plain; charset=utf-8", out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void addSources(Layout layout, StringJoiner out) {
    Words words = layout.words();
    String heading = words.text("sources");
    var list = new StringJoiner("\n", heading + "\n" + rule(heading, '-') + "\n", "");
    layout
        .sources()
        .forEach(source -> list.add("[" + source.number() + "] " + source(source, words)));
    out.add(list.toString());
    if (!layout.alsoRead().isEmpty()) {
      var also = new StringJoiner("\n", words.text("also") + "\n", "");
      layout.alsoRead().forEach(source -> also.add("- " + source(source, words)));
      out.add(also.toString());
    }
  }

  private static void addFoot(Layout layout, StringJoiner out) {
    Words words = layout.words();
    out.add(layout.label().longText());
    var facts = new StringJoiner("\n");
    layout.facts().forEach(fact -> facts.add(fact.name() + ": " + fact.value()));
    facts.add(
        words.text("fixed")
            + ": "
            + words.text(
                "fixed.text",
                "n",
                layout.plan().version(),
                "date",
                words.moment(layout.publishedAt())));
    facts.add(words.text("record") + ": " + layout.versionLink() + "record.json");
    facts.add(words.text("permalink") + ": " + layout.permalink());
    facts.add(words.text("publisher", "name", layout.imprint().publisher()));
    facts.add(words.text("responsible", "name", layout.imprint().responsibleEditor()));
    facts.add(words.text("report") + ": " + layout.imprint().contact());
    out.add(facts.toString());
  }

  /** A source in one line. */
  static String source(SourceNote source, Words words) {
    if (source.deskNote() != null) {
      return source.deskNote().line();
    }
    var facts = new StringJoiner(" · ");
    facts.add(source.title());
    facts.add(source.outlet());
    addIf(facts, source.byline().isEmpty() ? null : source.byline());
    facts.add(words.momentOr(source.published(), "published.undated"));
    addIf(facts, source.origin());
    facts.add(source.link() == null ? words.text("on-file") : source.link().toString());
    return facts.toString();
  }

  private static void addIf(StringJoiner facts, @Nullable String fact) {
    if (fact != null) {
      facts.add(fact);
    }
  }

  private static String paragraph(Layout layout, List<Line> lines) {
    return String.join(layout.join(), lines.stream().map(TextRenderer::line).toList());
  }

  private static String line(Line line) {
    return line.text() + " " + line.plainMarks();
  }

  private static String rule(String under, char stroke) {
    int mostStrokes = 72;
    int strokes = Math.min(mostStrokes, under.codePointCount(0, under.length()));
    return Character.toString(stroke).repeat(strokes);
  }
}
