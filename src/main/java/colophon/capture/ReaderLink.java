package colophon.capture;

import java.net.URI;
import java.util.Optional;

/** Where a reader finds a document that we read. */
final class ReaderLink {

  private ReaderLink() {}

  /**
   * The document's place below the source's public base, where it has one and the document lies
   * below the source; else the web address that answered; empty for a file without a public place.
   *
   * @param location the source's location with an absolute path
   */
  static Optional<URI> of(Source source, URI location, URI landed) {
    URI publicBase = source.publicBase();
    if (publicBase != null) {
      URI folder = source.kind() == SourceKind.FOLDER ? asFolder(location) : location.resolve(".");
      URI below = folder.relativize(landed);
      if (!below.isAbsolute()) {
        return Optional.of(asFolder(publicBase).resolve(below));
      }
    }
    return WebAddress.isFile(landed) ? Optional.empty() : Optional.of(landed);
  }

  private static URI asFolder(URI address) {
    String written = address.toString();
    return written.endsWith("/") ? address : URI.create(written + "/");
  }
}
