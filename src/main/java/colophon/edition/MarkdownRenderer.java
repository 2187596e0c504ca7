package colophon.edition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/** The brief as CommonMark: the label is its first line, marks and sources are links. */
record MarkdownRenderer() implements Renderer {

  static final String NAME = "brief.md";

  @Override
  public Artefact render(Layout layout) {
    var out = new StringJoiner("\n\n", "", "\n");
    Words words = layout.words();
    out.add(layout.label().shortText());
    out.add(MarkdownText.escape(layout.label().how()));
    if (layout.imprint().sample()) {
      out.add("**" + MarkdownText.escape(words.text("sample.banner")) + "**");
    }
    out.add("# " + line(layout.headline()));
    out.add(paragraph(layout, layout.standfirst()));
    out.add(MarkdownText.escape(String.join(" · ", layout.byline())));
    String heading = layout.noteHeading();
    if (heading != null) {
      out.add(
          "**"
              + MarkdownText.escape(heading)
              + "**, "
              + words.moment(layout.publishedAt())
              + ": "
              + MarkdownText.escape(layout.note()));
    }
    out.add(paragraph(layout, layout.lede()));
    for (LaidSection section : layout.sections()) {
      out.add("## " + line(section.subhead()));
      section.paragraphs().forEach(paragraph -> out.add(paragraph(layout, paragraph)));
    }
    addSources(layout, out);
    addFoot(layout, out);
    return new Artefact(
        NAME, "text/markdown; charset=utf-8", out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void addSources(Layout layout, StringJoiner out) {
    Words words = layout.words();
    out.add("## " + MarkdownText.escape(words.text("sources")));
    var list = new StringJoiner("\n");
    layout.sources().forEach(source -> list.add(source.number() + ". " + source(source, words)));
    out.add(list.toString());
    if (!layout.alsoRead().isEmpty()) {
      out.add(MarkdownText.escape(words.text("also")));
      var also = new StringJoiner("\n");
      layout.alsoRead().forEach(source -> also.add("- " + source(source, words)));
      out.add(also.toString());
    }
  }

  private static void addFoot(Layout layout, StringJoiner out) {
    Words words = layout.words();
    out.add("---");
    out.add(MarkdownText.escape(layout.label().longText()));
    var facts = new StringJoiner("\n");
    layout
        .facts()
        .forEach(fact -> facts.add("- " + MarkdownText.escape(fact.name() + ": " + fact.value())));
    facts.add(
        "- "
            + MarkdownText.link(words.text("record.record"), layout.versionLink() + "record.json"));
    facts.add("- " + MarkdownText.link(words.text("permalink"), layout.permalink().toString()));
    facts.add(
        "- " + MarkdownText.escape(words.text("publisher", "name", layout.imprint().publisher())));
    facts.add(
        "- "
            + MarkdownText.escape(
                words.text("responsible", "name", layout.imprint().responsibleEditor())));
    facts.add(
        "- " + MarkdownText.link(words.text("report"), layout.imprint().contact().toString()));
    out.add(facts.toString());
  }

  private static String source(SourceNote source, Words words) {
    if (source.deskNote() != null) {
      return "**"
          + MarkdownText.escape(source.deskNote().mark())
          + "** · "
          + MarkdownText.escape(source.deskNote().told());
    }
    var facts = new StringJoiner(" · ");
    facts.add(
        source.link() == null
            ? MarkdownText.escape(source.title())
            : MarkdownText.link(source.title(), source.link().toString()));
    facts.add(MarkdownText.escape(source.outlet()));
    if (!source.byline().isEmpty()) {
      facts.add(MarkdownText.escape(source.byline()));
    }
    facts.add(words.momentOr(source.published(), "published.undated"));
    if (source.origin() != null) {
      facts.add(MarkdownText.escape(source.origin()));
    }
    if (source.link() == null) {
      facts.add(MarkdownText.escape(words.text("on-file")));
    }
    return facts.toString();
  }

  private static String paragraph(Layout layout, List<Line> lines) {
    return String.join(layout.join(), lines.stream().map(MarkdownRenderer::line).toList());
  }

  private static String line(Line line) {
    return MarkdownText.escape(line.text()) + " " + MarkdownText.escape(line.plainMarks());
  }
}
