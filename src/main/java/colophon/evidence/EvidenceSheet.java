package colophon.evidence;

import colophon.brief.Citation;
import colophon.brief.Draft;
import colophon.brief.Sentence;
import colophon.brief.Writing;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedReviewer;
import colophon.provenance.RecordedSource;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogFormatException;
import colophon.tlog.TlogProof;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The evidence on a version in plain words, for one reading: what was published, on which words of
 * which source each sentence rests, who answers for it, where it is logged, what all this does not
 * show.
 *
 * @param headline of the brief
 * @param label the words of the label
 * @param facts names and values, in order
 * @param lines the sentences in reading order
 * @param sources by their numbers
 */
record EvidenceSheet(
    String headline,
    String language,
    String label,
    List<Fact> facts,
    List<Line> lines,
    List<Source> sources) {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, EvidenceSheet.class.getClassLoader(), "colophon");

  /** One thing that is known. */
  record Fact(String name, String value) {}

  /**
   * A sentence and the words of the sources that it rests on.
   *
   * @param role such as {@code lede}; empty where it is that of the sentence before
   */
  record Line(String role, String text, String check, List<Quote> quotes) {}

  /** Words of a source, with a little of what stands around them. */
  record Quote(int number, String outlet, int passage, String before, String words, String after) {}

  /** A source as a reader would look for it. */
  record Source(
      int number, String outlet, String title, String link, String fetched, String digest) {}

  /** The sheet of a version. */
  static EvidenceSheet of(SortedMap<String, byte[]> files, ProvenanceRecord record, Draft draft) {
    return new EvidenceSheet(
        draft.brief().headline().text(),
        record.brief().language(),
        record.label().shortText() + ". " + record.label().longText(),
        facts(files, record),
        lines(record, draft),
        record.sources().stream().map(EvidenceSheet::source).toList());
  }

  /** The sheet as a page that needs nothing else. */
  byte[] html() {
    var out = new StringOutput();
    ENGINE.render("evidence/sheet.jte", Map.of("sheet", this), out);
    return (out.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<Fact> facts(SortedMap<String, byte[]> files, ProvenanceRecord record) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Publisher", record.brief().publisher()));
    facts.add(
        new Fact(
            "Brief",
            record.brief().id()
                + ", version "
                + record.brief().version()
                + " ("
                + record.brief().kind().name().toLowerCase(Locale.ROOT)
                + ")"));
    facts.add(new Fact("Published", record.brief().publishedAt().toString()));
    String note = record.brief().note();
    if (note != null) {
      facts.add(new Fact("Public note", note));
    }
    facts.add(new Fact("Written by", written(record)));
    facts.add(new Fact("Approved by", approved(record)));
    facts.add(new Fact("Responsible editor", record.review().responsible()));
    facts.add(new Fact("Record", record.digest().toString()));
    facts.add(new Fact("Logged", logged(files)));
    return facts;
  }

  private static String written(ProvenanceRecord record) {
    return (record.model().provider().equals(Writing.EXTRACTIVE)
            ? "the built-in writer, which arranges sentences of the sources and generates none"
            : "the model " + record.model().name() + " of " + record.model().provider())
        + " (it reported itself as "
        + record.model().reported()
        + "), with the instructions "
        + record.model().promptId()
        + ", version "
        + record.model().promptVersion();
  }

  private static String approved(ProvenanceRecord record) {
    String at = " on " + record.review().decidedAt();
    return switch (record.review().reviewer()) {
      case RecordedReviewer.Person person -> person.name() + ", " + person.role() + at;
      case RecordedReviewer.Policy policy ->
          "nobody: the rule of the pipeline " + policy.pipeline() + " let it out" + at;
    };
  }

  private static String logged(SortedMap<String, byte[]> files) {
    try {
      TlogProof proof = TlogProof.parse(Objects.requireNonNull(files.get("record.tlog-proof")));
      Checkpoint tree = Checkpoint.parse(proof.checkpoint().text());
      return "entry " + proof.index() + " of the log " + tree.origin();
    } catch (LogFormatException e) {
      throw new IllegalStateException("a log proof of ours cannot be read", e);
    }
  }

  private static List<Line> lines(ProvenanceRecord record, Draft draft) {
    var lines = new ArrayList<Line>();
    String role = "";
    for (Sentence sentence : draft.brief().sentences()) {
      String own = sentence.role().name().toLowerCase(Locale.ROOT);
      lines.add(
          new Line(
              own.equals(role) ? "" : own,
              sentence.text(),
              check(sentence, record),
              sentence.citations().stream().map(citation -> quote(citation, record)).toList()));
      role = own;
    }
    return lines;
  }

  private static String check(Sentence sentence, ProvenanceRecord record) {
    return record.sentences().stream()
        .filter(each -> each.id().equals(sentence.id()))
        .map(each -> each.verdict().outcome())
        .findFirst()
        .orElse("");
  }

  private static Quote quote(Citation citation, ProvenanceRecord record) {
    RecordedSource source =
        record.sources().stream()
            .filter(each -> each.id().equals(citation.articleId()))
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException("the record lacks the source " + citation.articleId()));
    boolean note = source.deskNote() != null;
    return new Quote(
        source.number(),
        note ? source.title() : source.outlet(),
        citation.passage(),
        note ? "" : citation.prefix(), // before a note's words stands its seal
        citation.quote(),
        citation.suffix());
  }

  private static Source source(RecordedSource source) {
    return new Source(
        source.number(),
        source.outlet(),
        source.title(),
        source.landed(),
        source.fetchedAt().toString(),
        source.body().hex());
  }
}
