package colophon.capture;

import colophon.kernel.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads files below the paths that a source's allow entries open, and no others. */
final class LocalFiles {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html",
          "htm", "text/html",
          "txt", "text/plain",
          "pdf", "application/pdf",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xml", "application/xml",
          "rss", "application/rss+xml",
          "atom", "application/atom+xml",
          "json", "application/feed+json");

  private final Path base;
  private final int mostBytes;
  private final InstantSource clock;

  LocalFiles(Path base, int mostBytes, InstantSource clock) {
    this.base = base.toAbsolutePath().normalize();
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** The path that {@code file:PATH} or {@code file:///PATH} names, absolute. */
  static Path path(String fileAddress, Path base) {
    String given = fileAddress.substring("file:".length());
    try {
      URI address = new URI(fileAddress);
      given = address.isOpaque() ? address.getSchemeSpecificPart() : address.getPath();
    } catch (URISyntaxException e) {
      // Written by hand, with a space perhaps: taken as it stands.
      given = given.startsWith("///") ? given.substring(2) : given;
    }
    return base.toAbsolutePath().resolve(given).normalize();
  }

  /** The same address with its absolute path. */
  URI absolute(URI address) {
    return address(path(address.toString(), base).toString());
  }

  /** The one form in which we write the address of an absolute path. */
  static URI address(String absolutePath) {
    try {
      return new URI("file", "", absolutePath, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no absolute path: " + absolutePath, e);
    }
  }

  /** What is wrong with a {@code file:PATH}, as the file system says it; empty where nothing is. */
  static Optional<String> complaint(String fileAddress) {
    try {
      path(fileAddress, Path.of(""));
      return Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.of(e.getReason());
    }
  }

  FetchOutcome read(URI requested, Source source, AllowList allow) {
    Path path;
    Path real;
    try {
      path = path(requested.toString(), base);
      real = path.toRealPath();
    } catch (IOException e) {
      return new FetchOutcome.Failed(
          requested, "There is no file at " + requested + "; check the path.", null);
    }
    if (!allow.opens(real)) {
      return new FetchOutcome.Refused(
          requested,
          "The file "
              + path
              + " lies below no path that the source allows; add file:PATH to its allow list if it"
              + " is meant.");
    }
    if (!Files.isRegularFile(real)) {
      return new FetchOutcome.Failed(
          requested, "At " + path + " stands no ordinary file; name a document.", null);
    }
    return readBytes(requested, source, path, real);
  }

  private FetchOutcome readBytes(URI requested, Source source, Path path, Path real) {
    byte[] body;
    try (var in = Files.newInputStream(real)) {
      FileTime changed = Files.getLastModifiedTime(real);
      body = in.readNBytes(mostBytes + 1);
      if (body.length <= mostBytes
          && (Files.size(real) != body.length
              || !Files.getLastModifiedTime(real).equals(changed))) {
        return new FetchOutcome.Failed(
            requested,
            "The file " + path + " was being written while it was read; it is read again.",
            null);
      }
    } catch (IOException e) {
      return new FetchOutcome.Failed(
          requested, "The file " + path + " cannot be read; check its permissions.", null);
    }
    if (body.length > mostBytes) {
      return new FetchOutcome.Refused(
          requested, "The file " + path + " is larger than the limit of " + mostBytes + " bytes.");
    }
    URI landed = address(path.toString());
    Digest digest = Digest.of(body);
    return new FetchOutcome.Fetched(
        requested,
        new Snapshot(
            digest,
            body,
            digest,
            requested,
            landed,
            ReaderLink.of(source, absolute(source.location()), landed).orElse(null),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            200,
            Map.of(),
            Map.of(
                "content-length", List.of(Integer.toString(body.length)),
                "content-type", List.of(mediaType(path)))));
  }

  private static String mediaType(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return MEDIA_TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }
}
