package colophon.cli;

import colophon.pipeline.DefinitionException;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Pipelines that colophon brief makes of what a person names; they stand in no file. */
final class AskedPipelines {

  /** How their names begin. */
  static final String PREFIX = "brief-";

  /** Who names an article means it, however old it is. */
  private static final Duration WINDOW = Duration.ofDays(36_500);

  private AskedPipelines() {}

  /** Reads one; what is wrong with it ends the command. */
  static Pipeline read(byte[] definition) {
    try {
      return PipelineReader.read("the command line", definition, Path.of("").toAbsolutePath())
          .over(WINDOW);
    } catch (DefinitionException e) {
      String problem = e.problems().getFirst().message();
      throw new CommandFailure(
          ExitCode.USAGE,
          problem.startsWith("\"use\"")
              ? "That --model is not understood; give extractive, or PROVIDER:MODEL with openai,"
                  + " anthropic, gemini, mistral or ollama, such as ollama:llama3.2."
              : problem);
    }
  }

  /** The one of that name that was asked for before. */
  static Optional<Pipeline> find(DefinitionStore store, String name) {
    return name.startsWith(PREFIX)
        ? store.body("pipeline", name).map(AskedPipelines::read)
        : Optional.empty();
  }
}
