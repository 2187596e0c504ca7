package colophon.llm;

import colophon.brief.Prompt;
import colophon.text.NormalText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
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
  private static final String BYTE_ORDER_MARK = "\uFEFF";

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
      throw wrong(folder, 1, "this folder of prompts cannot be read (" + e.getMessage() + ")");
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
      throw wrong(
          folder,
          1,
          "a prompt is named with small letters, digits and hyphens, found \"" + id + "\"");
    }
    Path file = folder.resolve(id + ".md");
    return parse(id, file, bytes(file));
  }

  /**
   * Reads a prompt from the bytes that its file had.
   *
   * @param id the file's name without its ending
   * @throws PromptFileException where they are out of form or say nothing
   */
  public static Prompt parse(String id, byte[] bytes) throws PromptFileException {
    return parse(id, Path.of(id + ".md"), bytes);
  }

  private static Prompt parse(String id, Path file, byte[] bytes) throws PromptFileException {
    List<String> lines = NormalText.of(text(file, bytes)).lines().toList();
    int end = lines.isEmpty() || !lines.getFirst().equals(FENCE) ? -1 : fence(lines);
    if (end < 0) {
      throw wrong(
          file,
          lines.isEmpty() || !lines.getFirst().equals(FENCE) ? 1 : lines.size(),
          (lines.stream().allMatch(String::isBlank) ? "this prompt is empty; it" : "a prompt")
              + " must begin with \"---\", a line \"version: 1\" and \"---\"");
    }
    String version = version(file, lines.subList(1, end));
    String instructions = String.join("\n", lines.subList(end + 1, lines.size())).strip();
    if (instructions.isEmpty()) {
      throw wrong(
          file,
          end + 1,
          "there are no instructions below the version; write what the model is to do, or name"
              + " another prompt in the pipeline");
    }
    return new Prompt(id, version, instructions);
  }

  private static int fence(List<String> lines) {
    int next = lines.subList(1, lines.size()).indexOf(FENCE);
    return next < 0 ? -1 : next + 1;
  }

  /** The version that the lines between the fences state, of which the first is line 2. */
  private static String version(Path file, List<String> head) throws PromptFileException {
    String version = null;
    for (int i = 0; i < head.size(); i++) {
      String line = head.get(i);
      if (line.isBlank()) {
        continue;
      }
      if (!line.matches("version:\\s*\\S.*") || version != null) {
        throw wrong(
            file,
            i + 2,
            "the top of a prompt states its version once, as \"version: 1\", and nothing else;"
                + " found \""
                + line
                + "\"");
      }
      version = line.substring("version:".length()).strip();
      if (!version.matches("[A-Za-z0-9._-]{1,40}")) {
        throw wrong(
            file,
            i + 2,
            "the version \""
                + version
                + "\" is not known as one; write up to 40 letters, digits, points and hyphens");
      }
    }
    if (version == null) {
      throw wrong(file, 2, "the version is missing; write \"version: 1\" here");
    }
    return version;
  }

  private static byte[] bytes(Path file) throws PromptFileException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw wrong(file, 1, "this prompt is larger than " + MOST_BYTES + " bytes; shorten it");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw wrong(
          file, 1, "there is no such prompt file; make it, or name another prompt in the pipeline");
    } catch (IOException e) {
      throw wrong(file, 1, "this prompt cannot be read (" + e.getMessage() + ")");
    }
  }

  private static String text(Path file, byte[] bytes) throws PromptFileException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult read = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (read.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      throw wrong(file, line, "this is not UTF-8 text; save the file as UTF-8");
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static PromptFileException wrong(Path file, int line, String sentence) {
    return new PromptFileException(file.toString(), line, sentence);
  }
}
