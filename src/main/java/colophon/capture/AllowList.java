package colophon.capture;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a source's operator lets past the address filter. {@code HOST} opens the host's ports 80 and
 * 443 wherever its name leads, {@code HOST:PORT} that one port, {@code file:PATH} the files at or
 * below a path.
 *
 * @param hosts entries such as {@code localhost} or {@code localhost:8080}, in lower case
 * @param roots absolute paths
 */
record AllowList(Set<String> hosts, List<Path> roots) {

  private static final Pattern HOST =
      Pattern.compile("(?<host>\\[[0-9a-f:.]+\\]|[a-z0-9._-]+)(:(?<port>[0-9]{1,5}))?");

  AllowList {
    hosts = Set.copyOf(hosts);
    roots = List.copyOf(roots);
  }

  /**
   * Reads a source's entries.
   *
   * @param base the folder that a relative {@code file:PATH} starts from
   * @throws IllegalArgumentException where an entry is of no known form; see {@link #complaint}
   */
  static AllowList of(List<String> entries, Path base) {
    var hosts = new HashSet<String>();
    var roots = new ArrayList<Path>();
    for (String entry : entries) {
      complaint(entry)
          .ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
          });
      if (entry.startsWith("file:")) {
        roots.add(LocalFiles.path(entry, base));
      } else {
        hosts.add(entry.toLowerCase(Locale.ROOT));
      }
    }
    return new AllowList(hosts, roots);
  }

  /** What is wrong with an entry, in a sentence; empty where nothing is. */
  static Optional<String> complaint(String entry) {
    if (entry.startsWith("file:")) {
      return LocalFiles.complaint(entry)
          .map(reason -> "The allow entry \"" + entry + "\" names no path: " + reason + ".");
    }
    var match = HOST.matcher(entry.toLowerCase(Locale.ROOT));
    if (match.matches()
        && (match.group("port") == null || Integer.parseInt(match.group("port")) <= 65535)) {
      return Optional.empty();
    }
    return Optional.of(
        "The allow entry \""
            + entry
            + "\" is not understood; write one HOST, HOST:PORT or file:PATH, without wildcards or"
            + " networks.");
  }

  /** Whether this host and port may lead to an address that is not public. */
  boolean opens(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    return hosts.contains(name + ":" + port)
        || (hosts.contains(name) && (port == 80 || port == 443));
  }

  /** Whether a web address names a port that may be used: 80, 443 or one that is opened. */
  boolean allowsPort(URI address) {
    int port = WebAddress.port(address);
    return port == 80 || port == 443 || opens(address.getHost(), port);
  }

  /** Whether a file lies at or below an opened path once every symbolic link is followed. */
  boolean opens(Path realFile) {
    for (Path root : roots) {
      try {
        if (realFile.startsWith(root.toRealPath())) {
          return true;
        }
      } catch (IOException e) {
        // An opened path that does not exist holds no file.
        continue;
      }
    }
    return false;
  }
}
