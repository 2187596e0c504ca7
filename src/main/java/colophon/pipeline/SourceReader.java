package colophon.pipeline;

import colophon.capture.Source;
import colophon.capture.SourceKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the sources of a pipeline: addresses that can be read, paths that are let in. */
final class SourceReader {

  private final Path folder;
  private final DefinitionNotes notes;

  /**
   * @param folder against which relative paths stand
   */
  SourceReader(Path folder, DefinitionNotes notes) {
    this.folder = folder.toAbsolutePath().normalize();
    this.notes = notes;
  }

  List<Source> sources(JsonNode nodes) {
    var sources = new ArrayList<Source>();
    var ids = new HashSet<String>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      String at = "/sources/" + i;
      String id = node.path("id").asString();
      if (!ids.add(id)) {
        notes.wrong(
            at + "/id", "two sources are called \"" + id + "\"; each needs a name of its own.");
      }
      SourceKind kind = SourceKind.valueOf(node.path("kind").asString().toUpperCase(Locale.ROOT));
      List<String> allow = allow(at + "/allow", node.path("allow"));
      URI location = location(at + "/location", node.path("location").asString(), kind, allow);
      if (location != null) {
        sources.add(source(at, node, kind, location, allow));
      }
    }
    return sources;
  }

  private Source source(
      String at, JsonNode node, SourceKind kind, URI location, List<String> allow) {
    return new Source(
        node.path("id").asString(),
        node.path("outlet").asString(),
        kind,
        location,
        node.has("publicBase") ? web(at + "/publicBase", node.path("publicBase").asString()) : null,
        node.path("weight").asInt(5),
        node.path("outsideModel").asBoolean(false),
        allow,
        notes.duration(
            at + "/pollEvery",
            node.path("pollEvery"),
            "PT15M",
            Duration.ofMinutes(1),
            Duration.ofDays(7)));
  }

  private @Nullable URI location(String at, String text, SourceKind kind, List<String> allow) {
    if (text.matches("(?i)https?://.*")) {
      if (kind == SourceKind.FOLDER) {
        notes.wrong(
            at,
            "\""
                + text
                + "\" is a web address, and a folder is a path; make the source a feed or"
                + " a page.");
        return null;
      }
      return web(at, text);
    }
    if (text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      notes.wrong(at, "\"" + text + "\" must be an http or https address, or a path.");
      return null;
    }
    Path path = path(at, text);
    if (path == null) {
      return null;
    }
    boolean allowed =
        allow.stream()
            .filter(entry -> entry.startsWith("file:"))
            .anyMatch(entry -> path.startsWith(entry.substring("file:".length())));
    if (!allowed) {
      notes.wrong(at, closed(text, path));
    }
    return path.toUri();
  }

  private static String closed(String text, Path path) {
    boolean host = text.matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(:[0-9]+)?(/.*)?");
    return host && !Files.exists(path)
        ? "\""
            + text
            + "\" is read as a local path, and there is none; write \"https://"
            + text
            + "\" if a web address is meant."
        : "\""
            + text
            + "\" is a local path, which is refused unless an entry in \"allow\" names"
            + " it, such as \"file:"
            + text
            + "\".";
  }

  /** A web address that could be opened; null, with a problem noted, where it could not. */
  @Nullable URI web(String at, String text) {
    try {
      URI address = new URI(text);
      if (address.getRawUserInfo() != null) {
        notes.wrong(
            at,
            "this address carries a user name or password, which is never sent; take it out and"
                + " name a page that anybody may read.");
        return null;
      }
      if (address.getHost() != null) {
        return address;
      }
      notes.wrong(
          at, "\"" + text + "\" names no host; a host has letters, digits, dots and hyphens only.");
    } catch (URISyntaxException e) {
      notes.wrong(
          at,
          "\""
              + text
              + "\" is no web address; it has a character that none may have at place "
              + (e.getIndex() + 1)
              + ".");
    }
    return null;
  }

  /** The allow entries that can be used, with absolute paths. */
  private List<String> allow(String at, JsonNode entries) {
    var usable = new ArrayList<String>();
    for (int i = 0; i < entries.size(); i++) {
      String place = at + "/" + i;
      String entry = entries.get(i).asString();
      if (!entry.startsWith("file:")) {
        Source.allowComplaint(entry)
            .ifPresentOrElse(complaint -> notes.wrong(place, complaint), () -> usable.add(entry));
        continue;
      }
      Path path = path(place, entry.substring("file:".length()));
      if (path != null && isTooWide(path)) {
        notes.wrong(
            place,
            "\""
                + entry
                + "\" lets a source read every file below "
                + path
                + ", which is too"
                + " wide; name the folder that holds its documents.");
      } else if (path != null) {
        usable.add("file:" + path);
      }
    }
    return usable;
  }

  private @Nullable Path path(String at, String text) {
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      notes.wrong(at, "\"" + text + "\" is no path: " + e.getReason() + ".");
      return null;
    }
  }

  /** The root of a disk, and folders in which everybody's own folders lie. */
  private static boolean isTooWide(Path path) {
    Path home = Path.of(System.getProperty("user.home", "/")).toAbsolutePath().normalize();
    return path.getNameCount() == 0 || (home.startsWith(path) && !home.equals(path));
  }
}
