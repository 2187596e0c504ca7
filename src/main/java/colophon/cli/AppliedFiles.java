package colophon.cli;

import colophon.pipeline.DefinitionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Applies the definition files of a newsroom: each is kept as a version where it changed. */
final class AppliedFiles {

  private AppliedFiles() {}

  /** Applies everything; the definitions have been read and found in order before. */
  static List<DefinitionStore.Applied> apply(OpenNewsroom newsroom, String by) {
    var store = newsroom.room(DefinitionStore.class);
    var applied = new ArrayList<DefinitionStore.Applied>();
    Path pipelines = newsroom.places().pipelines();
    applied.addAll(folder(store, "pipeline", pipelines, ".yaml", by));
    applied.addAll(folder(store, "label", pipelines.resolve("labels"), ".yaml", by));
    applied.addAll(folder(store, "prompt", newsroom.places().prompts(), ".md", by));
    return applied;
  }

  private static List<DefinitionStore.Applied> folder(
      DefinitionStore store, String kind, Path folder, String ending, String by) {
    var applied = new ArrayList<DefinitionStore.Applied>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals("README.md")) {
          applied.add(
              store.apply(
                  kind,
                  name.substring(0, name.length() - ending.length()),
                  Files.readAllBytes(file),
                  by));
        }
      }
      return applied;
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "The folder " + folder + " cannot be read; check its permissions.");
    }
  }
}
