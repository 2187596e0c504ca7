package colophon.pipeline;

import colophon.capture.Source;
import colophon.llm.PromptFileException;
import colophon.llm.PromptFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        problems.addAll(beside(file, pipeline, folder, prompts));
        problems.addAll(shared(file, pipeline, pipelines.values()));
        pipelines.put(pipeline.name(), pipeline);
      } catch (DefinitionException e) {
        problems.addAll(e.problems());
      }
    }
    problems.addAll(promptProblems(prompts));
    if (newsroom == null || !problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
    return new Definitions(newsroom, pipelines);
  }

  /** What is wrong in the prompts, whether a pipeline names them or not. */
  private static List<DefinitionProblem> promptProblems(Path folder) {
    var problems = new ArrayList<DefinitionProblem>();
    var files = new PromptFiles(folder);
    try {
      for (String id : files.ids()) {
        try {
          files.read(id);
        } catch (PromptFileException e) {
          problems.add(problem(e));
        }
      }
    } catch (PromptFileException e) {
      problems.add(problem(e));
    }
    return problems;
  }

  private static DefinitionProblem problem(PromptFileException e) {
    return new DefinitionProblem(e.file(), e.line(), 1, e.sentence() + ".");
  }

  /** What is wrong between a pipeline and the files it names. */
  private static List<DefinitionProblem> beside(
      Path file, Pipeline pipeline, Path folder, Path prompts) throws DefinitionException {
    var notes = new DefinitionNotes(YamlFile.read(file.toString(), bytes(file)));
    String fileName = String.valueOf(file.getFileName());
    if (!fileName.equals(pipeline.name() + ".yaml")) {
      notes.wrong(
          "/name",
          "the pipeline \""
              + pipeline.name()
              + "\" must stand in "
              + pipeline.name()
              + ".yaml; rename this file, or give the pipeline the name of its file.");
    }
    if (!Files.isRegularFile(prompts.resolve(pipeline.prompt() + ".md"))) {
      notes.wrong(
          "/prompt",
          "the prompt \""
              + pipeline.prompt()
              + "\" has no file in "
              + prompts
              + "; add "
              + pipeline.prompt()
              + ".md or name another.");
    }
    Path labels = folder.resolve("labels");
    if (!Files.isRegularFile(labels.resolve(pipeline.label() + ".yaml"))) {
      notes.wrong(
          "/label",
          "the label profile \""
              + pipeline.label()
              + "\" has no file in "
              + labels
              + "; add "
              + pipeline.label()
              + ".yaml or name another.");
    }
    return notes.problems();
  }

  /** A source's polls and articles are kept under its id, so one id may not mean two places. */
  private static List<DefinitionProblem> shared(
      Path file, Pipeline pipeline, Collection<Pipeline> others) throws DefinitionException {
    var notes = new DefinitionNotes(YamlFile.read(file.toString(), bytes(file)));
    for (int i = 0; i < pipeline.sources().size(); i++) {
      Source source = pipeline.sources().get(i);
      for (Pipeline other : others) {
        boolean clash =
            other.sources().stream()
                .anyMatch(known ->
                    known.id().equals(source.id()) && !known.location().equals(source.location()));
        if (clash) {
          notes.wrong(
              "/sources/" + i + "/id",
              "the source \""
                  + source.id()
                  + "\" of the pipeline \""
                  + other.name()
                  + "\" reads another address; give this one an id of its own.");
        }
      }
    }
    return notes.problems();
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
        throw missing(
            file, "a definition has at most " + YamlFile.MOST_BYTES + " bytes; divide it.");
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
