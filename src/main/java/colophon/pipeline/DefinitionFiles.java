package colophon.pipeline;

import colophon.kernel.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of the pipelines as they stand now, to be compared with what was applied.
 *
 * @param folder the {@code pipeline} folder
 */
public record DefinitionFiles(Path folder) {

  /** The digest of a pipeline's file; nothing where it is gone, too large, or cannot be read. */
  public Optional<Digest> digest(String pipeline) {
    Path file = folder.resolve(pipeline + ".yaml");
    try {
      return Files.isRegularFile(file) && Files.size(file) <= YamlFile.MOST_BYTES
          ? Optional.of(Digest.of(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
