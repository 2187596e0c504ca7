package colophon.evidence;

import colophon.brief.Draft;
import colophon.edition.VersionPlan;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The bundle's README: what it is, what it shows and does not show, how to check it. */
final class EvidenceReadme {

  private EvidenceReadme() {}

  static String of(VersionPlan plan, ProvenanceRecord record, Draft draft, Shelf shelf) {
    return template()
        .replace("{{headline}}", draft.brief().headline().text())
        .replace("{{publisher}}", record.brief().publisher())
        .replace("{{brief}}", plan.briefId())
        .replace("{{version}}", Integer.toString(plan.version()))
        .replace("{{published}}", record.brief().publishedAt().toString())
        .replace("{{folder}}", VersionPart.folder(plan))
        .replace("{{record}}", record.digest().hex())
        .replace("{{file}}", plan.slug() + "-v" + plan.version() + ".evidence.zip")
        .replace("{{confidential}}", confidential(record))
        .replace("{{contents}}", shelf.contents().stripTrailing());
  }

  private static String confidential(ProvenanceRecord record) {
    boolean off =
        record.sources().stream()
            .map(RecordedSource::deskNote)
            .anyMatch(note -> note != null && !note.onRecord());
    return off
        ? """


        OFF THE RECORD: some sources are desk notes that were given in confidence. Their
        words and who they come from stand in writing/notes.json, in sources/ and in
        evidence.html, and nowhere in what was published. Whoever has the bundle keeps
        the confidence.\
        """
        : "";
  }

  private static String template() {
    try (InputStream in = EvidenceReadme.class.getResourceAsStream("README.txt")) {
      if (in == null) {
        throw new IllegalStateException("the resource README.txt is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
