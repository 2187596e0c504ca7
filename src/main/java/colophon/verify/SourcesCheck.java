package colophon.verify;

import colophon.kernel.Digest;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedCitation;
import colophon.provenance.RecordedSentence;
import colophon.provenance.RecordedSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether what the signed record names by digest is in the bundle: archived copies, the texts read
 * from them with every cited stretch, the model's request, answer and instructions. What was erased
 * is no failure where a tombstone says so.
 */
final class SourcesCheck {

  private static final String ARCHIVE = "sources/snapshots.warc.gz";
  private static final String TEXTS = "sources/articles/";
  private static final int MOST_TEXT_BYTES = 8 << 20;
  private static final int MOST_DOCUMENT_BYTES = 64 << 20;

  /** How many code points are looked at for all citations together. */
  private static final int MOST_CITED = 32 << 20;

  /** A stretch that a sentence cites. */
  private record Cited(String sentence, RecordedCitation citation) {}

  private final EvidenceZip zip;
  private final ProvenanceRecord record;
  private final ErasedThings erased;
  private final Findings findings;
  private final Map<String, List<Cited>> cited = new HashMap<>();
  private long left = MOST_CITED;

  SourcesCheck(EvidenceZip zip, ProvenanceRecord record, ErasedThings erased, Findings findings) {
    this.zip = zip;
    this.record = record;
    this.erased = erased;
    this.findings = findings;
    for (RecordedSentence sentence : record.sentences()) {
      for (RecordedCitation citation : sentence.citations()) {
        cited
            .computeIfAbsent(citation.source(), source -> new ArrayList<>())
            .add(new Cited(sentence.id(), citation));
      }
    }
  }

  void check() throws IOException {
    copies();
    for (RecordedSource source : record.sources()) {
      text(source);
    }
    var model = record.model();
    named("writing/request.json", "request", model.request());
    named("writing/answer.json", "answer", model.response());
    named("writing/prompt.txt", "instructions", model.prompt());
  }

  private void copies() throws IOException {
    SortedMap<Digest, String> bodies = bodies();
    int found = 0;
    for (RecordedSource source : record.sources()) {
      String id = bodies.get(source.body());
      String named = source.warcRecord();
      String copy = "The archived copy of \"" + source.title() + "\"";
      if (id == null && erased.accountsFor(source.body(), ARCHIVE, copy)) {
        continue;
      }
      if (id == null) {
        findings.add(Code.SNAPSHOT_MISSING, ARCHIVE, copy + " that the record names is not here.");
      } else if (named != null && !id.equals("<" + named + ">")) {
        findings.add(
            Code.ARCHIVE_DIFFERS,
            ARCHIVE,
            "The record calls the archived copy of \"" + source.title() + "\" otherwise.");
      } else {
        found++;
      }
    }
    if (found > 0) {
      findings.add(
          Code.SNAPSHOT_ARCHIVED,
          ARCHIVE,
          "The archived copies of "
              + found
              + " of the "
              + record.sources().size()
              + " sources are here, with the digests that the record names.");
    }
  }

  private SortedMap<Digest, String> bodies() throws IOException {
    ZipItem item = zip.items().get(ARCHIVE);
    if (item == null) {
      return new TreeMap<>();
    }
    try (InputStream in = zip.stream(item)) {
      return ArchivedBodies.read(in);
    } catch (ArchiveFormatException e) {
      findings.add(e.code(), ARCHIVE, "The archive cannot be relied on: " + e.getMessage() + ".");
    } catch (colophon.kernel.GzipFormatException e) {
      findings.add(
          Code.ARCHIVE_MALFORMED,
          ARCHIVE,
          "The archive cannot be unpacked: " + e.getMessage() + ".");
    }
    return new TreeMap<>();
  }

  private void text(RecordedSource source) throws IOException {
    String name = TEXTS + source.id() + ".txt";
    ZipItem item = zip.items().get(name);
    if (item == null
        && erased.accountsFor(source.text(), name, "The text of \"" + source.title() + "\"")) {
      return;
    }
    if (item == null) {
      findings.add(
          Code.TEXT_MISSING,
          name,
          "The text of \"" + source.title() + "\" that citations count in is not here.");
      return;
    }
    byte[] bytes = zip.bytes(item, MOST_TEXT_BYTES);
    if (!Digest.of(bytes).equals(source.text())) {
      findings.add(
          Code.TEXT_DIFFERS,
          name,
          "The text of \"" + source.title() + "\" is not the one that the record names.");
      return;
    }
    citations(source, name, new String(bytes, StandardCharsets.UTF_8).codePoints().toArray());
  }

  private void citations(RecordedSource source, String name, int[] text) {
    List<Cited> all = cited.getOrDefault(source.id(), List.of());
    int wrong = 0;
    for (Cited each : all) {
      RecordedCitation citation = each.citation();
      boolean within =
          citation.start() >= 0
              && citation.start() <= citation.end()
              && citation.end() <= text.length;
      int length = within ? citation.end() - citation.start() : 0;
      left -= length;
      if (left < 0) {
        findings.add(Code.BUNDLE_TOO_LARGE, name, "The record cites more text than is looked at.");
        return;
      }
      if (!within
          || !Digest.ofText(new String(text, citation.start(), length)).equals(citation.span())) {
        wrong++;
        findings.add(
            Code.CITATION_DIFFERS,
            name,
            "The stretch that the sentence \""
                + each.sentence()
                + "\" cites does not stand there in this text.");
      }
    }
    if (!all.isEmpty() && wrong == 0) {
      findings.add(
          Code.CITATION_FOUND,
          name,
          "Every stretch that the brief cites of \""
              + source.title()
              + "\" stands in its text ("
              + all.size()
              + ").");
    }
  }

  private void named(String name, String what, Digest digest) throws IOException {
    ZipItem item = zip.items().get(name);
    if (item == null && erased.accountsFor(digest, name, "The model's " + what)) {
      return;
    }
    if (item == null) {
      findings.add(
          Code.MODEL_MISSING, name, "The model's " + what + " that the record names is not here.");
    } else if (Digest.of(zip.bytes(item, MOST_DOCUMENT_BYTES)).equals(digest)) {
      findings.add(Code.MODEL_MATCHES, name, "This is the model's " + what + " as recorded.");
    } else {
      findings.add(
          Code.MODEL_DIFFERS, name, "This is not the model's " + what + " that the record names.");
    }
  }
}
