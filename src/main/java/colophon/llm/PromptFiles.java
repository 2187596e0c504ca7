package colophon.llm;

import colophon.brief.Prompt;
import colophon.text.NormalText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the prompts of a newsroom from a folder of Markdown files. */
public final class PromptFiles {

  /** The largest file read, in bytes. */
  public static final int MOST_BYTES = 64 * 1024;

  private static final String FENCE = "---";

  private final Path folder;

  public PromptFiles(Path folder) {
    this.folder = folder;
  }

  /** The names of the prompts there are, sorted; empty where there is no such folder. */
  public List<String> ids() throws PromptFileException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[a-z0-9-]+\\.md"))
          .map(name -> name.substring(0, name.length() - 3))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new PromptFileException(
          "the prompts folder " + folder + " cannot be read (" + e.getMessage() + ")");
    }
  }

  /**
   * Reads one prompt.
   *
   * @param id the file's name without its ending
   * @throws PromptFileException where the file is missing, unreadable, out of form or says nothing
   */
  public Prompt read(String id) throws PromptFileException {
    if (!id.matches("[a-z0-9-]{1,80}")) {
      throw new PromptFileException(
          "a prompt is named with small letters, digits and hyphens, found \"" + id + "\"");
    }
    Path file = folder.resolve(id + ".md");
    List<String> lines = NormalText.of(text(file)).lines().toList();
    int end = lines.isEmpty() || !lines.getFirst().equals(FENCE) ? -1 : fence(lines);
    if (end < 0) {
      throw new PromptFileException(
          file + " must begin with \"---\", a line \"version: 1\" and \"---\"");
    }
    String version = version(file, lines.subList(1, end));
    String instructions = String.join("\n", lines.subList(end + 1, lines.size())).strip();
    if (instructions.isEmpty()) {
      throw new PromptFileException(
          file
              + " has no instructions below its version; write what the model is to do, or name"
              + " another prompt in the pipeline");
    }
    return new Prompt(id, version, instructions);
  }

  private static int fence(List<String> lines) {
    return lines.subList(1, lines.size()).indexOf(FENCE) < 0
        ? -1
        : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
  }

  private static String version(Path file, List<String> head) throws PromptFileException {
    List<String> stated = head.stream().filter(line -> !line.isBlank()).toList();
    for (String line : stated) {
      if (!line.matches("version:\\s*\\S.*")) {
        throw new PromptFileException(
            file + " may state only its version at the top, found \"" + line + "\"");
      }
    }
    if (stated.size() != 1) {
      throw new PromptFileException(file + " must state its version once, as \"version: 1\"");
    }
    String version = stated.getFirst().substring("version:".length()).strip();
    if (!version.matches("[A-Za-z0-9._-]{1,40}")) {
      throw new PromptFileException(
          file
              + " states the version \""
              + version
              + "\"; write up to 40 letters, digits, points and hyphens");
    }
    return version;
  }

  private static String text(Path file) throws PromptFileException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new PromptFileException(
            file + " is larger than " + MOST_BYTES + " bytes; shorten it");
      }
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new PromptFileException(
          "there is no prompt file " + file + "; make it, or name another prompt in the pipeline");
    } catch (CharacterCodingException e) {
      throw new PromptFileException(file + " is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new PromptFileException(file + " cannot be read (" + e.getMessage() + ")");
    }
  }
}
