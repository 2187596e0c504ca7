package colophon.desk;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under which names the desk answers: this machine's own, and the one under which people reach it
 * through a web server that stands in front, where the newsroom's settings name one.
 *
 * @param outside with https; null where there is none
 */
record DeskAddress(@Nullable URI outside) {

  /** Those that stand in front speak from here. */
  static final String IN_FRONT = "127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1";

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  /** For the machine and whoever looks after it: figures, health, and what runs. */
  private static final Set<String> INSIDE = Set.of("/metrics", "/status", "/api/status");

  /** Whether a request for this host is meant for us. */
  boolean answers(String host) {
    return THIS_MACHINE.contains(host) || isOutside(host);
  }

  /** Whether people may ask for a path under this host's name. */
  boolean opens(String host, String path) {
    return !isOutside(host)
        || !(INSIDE.contains(path)
            || path.startsWith("/health/")
            || path.equals("/api/runs")
            || path.startsWith("/api/runs/"));
  }

  /** Where a path stands for people, or null where the request itself says so best. */
  @Nullable String of(String path) {
    return outside == null ? null : outside.resolve(path).toString();
  }

  /** What somebody is told who asks under another name. */
  String names() {
    return "127.0.0.1 or localhost" + (outside == null ? "" : ", and as " + outside.getHost());
  }

  private boolean isOutside(String host) {
    return outside != null && host.toLowerCase(Locale.ROOT).equals(outside.getHost());
  }
}
