package colophon.attest;

import colophon.c2pa.C2paFormatException;
import colophon.c2pa.HtmlManifest;
import colophon.c2pa.ManifestContent;
import colophon.c2pa.SigningCredential;
import colophon.c2pa.TextManifest;
import colophon.edition.Artefact;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedArtefact;
import java.nio.charset.StandardCharsets;

/**
 * Signs a published page or text once more, with the credential inside. What it says follows from
 * record and log alone, as it does beside the file; only its name is its own.
 */
final class InlineCredential {

  private InlineCredential() {}

  /**
   * The file with its credential inside. A page gets a time stamp where there is an authority; a
   * text has no room for one.
   *
   * @param origin the log that holds the version
   */
  static byte[] sign(
      Attested attested,
      InlineForm form,
      String origin,
      SigningCredential credential,
      TimeStamps stamps)
      throws TimeStampException {
    Artefact published =
        attested.artefacts().stream()
            .filter(artefact -> artefact.name().equals(form.artefact()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no file " + form.artefact()));
    byte[] bytes = published.bytes();
    try {
      ManifestContent content =
          CredentialContent.of(
              ProvenanceRecord.parse(attested.record()),
              RecordedArtefact.of(
                  attested.plan().slug() + "." + form.ending(), published.mediaType(), bytes),
              origin,
              attested.entryIndex());
      return switch (form) {
        case HTML -> page(bytes, content, credential, stamps);
        case TEXT ->
            TextManifest.sign(new String(bytes, StandardCharsets.UTF_8), content, credential)
                .getBytes(StandardCharsets.UTF_8);
      };
    } catch (C2paFormatException | ProvenanceFormatException e) {
      throw new IllegalStateException("a published file takes no credential: " + e.getMessage(), e);
    }
  }

  private static byte[] page(
      byte[] bytes, ManifestContent content, SigningCredential credential, TimeStamps stamps)
      throws C2paFormatException, TimeStampException {
    if (!stamps.asks()) {
      return HtmlManifest.sign(bytes, content, credential, 0).bytes();
    }
    HtmlManifest page = HtmlManifest.sign(bytes, content, credential, HtmlManifest.TIME_STAMP_ROOM);
    byte[] token = stamps.stamp(page.timeStampMessage());
    try {
      return page.withTimeStamp(token).bytes();
    } catch (C2paFormatException e) {
      throw new TimeStampException(
          "the authority's token cannot be taken (" + e.getMessage() + ")");
    }
  }
}
