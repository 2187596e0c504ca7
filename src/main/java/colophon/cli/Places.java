package colophon.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a newsroom keeps its things; shared by every command that works in one. */
final class Places {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "The newsroom's folder: database, keys, site, log. Default: $COLOPHON_HOME, else var.")
  private @Nullable Path home;

  @Option(
      names = "--pipelines",
      paramLabel = "DIR",
      description = "The folder of pipelines. Default: pipeline.")
  private @Nullable Path pipelines;

  @Option(
      names = "--prompts",
      paramLabel = "DIR",
      description = "The folder of prompts. Default: prompts.")
  private @Nullable Path prompts;

  /** The newsroom's folder, absolute. */
  Path home() {
    if (home != null && home.toString().isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, "--home names no folder; it was empty. Leave it away for var.");
    }
    if (home != null) {
      return home.toAbsolutePath().normalize();
    }
    String named = System.getenv("COLOPHON_HOME");
    return Path.of(named == null || named.isBlank() ? "var" : named).toAbsolutePath().normalize();
  }

  /** What a command that is suggested must add to work in the same newsroom; often nothing. */
  String asOptions() {
    return option("--home", home) + option("--pipelines", pipelines) + option("--prompts", prompts);
  }

  private static String option(String name, @Nullable Path value) {
    return value == null ? "" : " " + name + " " + quoted(value.toString());
  }

  /** As a shell takes it for one word. */
  private static String quoted(String value) {
    return value.matches("[\\p{L}\\p{N}/._~-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  /** The same places with another newsroom folder. */
  Places at(Path otherHome) {
    var places = new Places();
    places.home = otherHome;
    places.pipelines = pipelines;
    places.prompts = prompts;
    return places;
  }

  /** The same places with another folder of pipelines. */
  Places by(Path otherPipelines) {
    Places places = at(home());
    places.pipelines = otherPipelines;
    return places;
  }

  /** The folder that a web server serves. */
  Path site() {
    return home().resolve("site");
  }

  Path pipelines() {
    return pipelines != null ? pipelines : installed("pipeline");
  }

  Path prompts() {
    return prompts != null ? prompts : installed("prompts");
  }

  /** A folder beside the person, and where there is none, beside the program. */
  static Path installed(String name) {
    Path here = Path.of(name);
    String installation = System.getenv("COLOPHON_INSTALLATION");
    return Files.isDirectory(here) || installation == null ? here : Path.of(installation, name);
  }
}
