package colophon.evidence;

import colophon.brief.Draft;
import colophon.edition.VersionPlan;
import colophon.provenance.ProvenanceRecord;
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
        .replace("{{contents}}", shelf.contents().stripTrailing());
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
