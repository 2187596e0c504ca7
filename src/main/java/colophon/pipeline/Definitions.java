package colophon.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that {@code pipeline/} holds, read and checked together.
 *
 * @param pipelines by name
 */
public record Definitions(Newsroom newsroom, SortedMap<String, Pipeline> pipelines) {

  static final String NEWSROOM_FILE = "newsroom.yaml";

  /** The most pipelines one newsroom may define. */
  static final int MOST_PIPELINES = 500;

  public Definitions {
    pipelines = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(pipelines));
  }

  /**
   * Reads a folder of definitions.
   *
   * @param folder the {@code pipeline} folder
   * @param prompts the {@code prompts} folder, in which each named prompt must stand
   * @throws DefinitionException with every problem of every file
   */
  public static Definitions read(Path folder, Path prompts) throws DefinitionException {
    var problems = new ArrayList<DefinitionProblem>();
    Newsroom newsroom = null;
    var pipelines = new TreeMap<String, Pipeline>();
    Path newsroomFile = folder.resolve(NEWSROOM_FILE);
    try {
      newsroom = Newsroom.read(newsroomFile.toString(), bytes(newsroomFile));
    } catch (DefinitionException e) {
      problems.addAll(e.problems());
    }
    for (Path file : files(folder)) {
      try {
        Pipeline pipeline = PipelineReader.read(file.toString(), bytes(file), folder);
        beside(file, pipeline, folder, prompts).ifPresent(problems::add);
        pipelines.put(pipeline.name(), pipeline);
      } catch (DefinitionException e) {
        problems.addAll(e.problems());
      }
    }
    if (newsroom == null || !problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
    return new Definitions(newsroom, pipelines);
  }

  /** What is wrong between a pipeline and the files it names. */
  private static Optional<DefinitionProblem> beside(
      Path file, Pipeline pipeline, Path folder, Path prompts) {
    String expected = pipeline.name() + ".yaml";
    if (!String.valueOf(file.getFileName()).equals(expected)) {
      return Optional.of(
          new DefinitionProblem(
              file.toString(),
              1,
              1,
              "the pipeline \"" + pipeline.name() + "\" must stand in " + expected + "."));
    }
    if (!Files.isRegularFile(prompts.resolve(pipeline.prompt() + ".md"))) {
      return Optional.of(
          new DefinitionProblem(
              file.toString(),
              1,
              1,
              "the prompt \"" + pipeline.prompt() + "\" has no file in " + prompts + "."));
    }
    if (!Files.isRegularFile(folder.resolve("labels").resolve(pipeline.label() + ".yaml"))) {
      return Optional.of(
          new DefinitionProblem(
              file.toString(),
              1,
              1,
              "the label profile \""
                  + pipeline.label()
                  + "\" has no file in "
                  + folder.resolve("labels")
                  + "."));
    }
    return Optional.empty();
  }

  private static List<Path> files(Path folder) throws DefinitionException {
    try (var paths = Files.list(folder)) {
      List<Path> files =
          paths
              .filter(path -> path.toString().endsWith(".yaml") || path.toString().endsWith(".yml"))
              .filter(path -> !String.valueOf(path.getFileName()).equals(NEWSROOM_FILE))
              .sorted()
              .toList();
      if (files.size() > MOST_PIPELINES) {
        throw missing(folder, "more than " + MOST_PIPELINES + " pipelines stand here.");
      }
      return files;
    } catch (IOException e) {
      throw missing(
          folder, "this folder of pipelines cannot be read; name another with --pipelines.");
    }
  }

  private static byte[] bytes(Path file) throws DefinitionException {
    try {
      if (Files.size(file) > YamlFile.MOST_BYTES) {
        throw missing(file, "a definition has at most " + YamlFile.MOST_BYTES + " bytes.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw missing(file, "this file is missing or cannot be read.");
    }
  }

  private static DefinitionException missing(Path file, String message) {
    return new DefinitionException(List.of(new DefinitionProblem(file.toString(), 1, 1, message)));
  }
}
