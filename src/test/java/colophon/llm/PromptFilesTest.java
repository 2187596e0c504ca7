package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.brief.Prompt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptFilesTest {

  @TempDir Path folder;

  @Test
  void readsTheVersionAndTheInstructions() throws Exception {
    write(
        "short", "---\r\nversion: 2.1-beta\r\n---\r\n\r\nWrite a brief.  \r\n---\r\nBriefly.\r\n");
    assertThat(new PromptFiles(folder).read("short"))
        .isEqualTo(new Prompt("short", "2.1-beta", "Write a brief.\n---\nBriefly."));
    assertThat(new PromptFiles(folder).ids()).containsExactly("short");
  }

  @Test
  void readsThePromptThatShips() throws Exception {
    Prompt prompt = new PromptFiles(Path.of("prompts")).read("brief");
    assertThat(prompt.version()).isEqualTo("1");
    assertThat(prompt.instructions()).startsWith("# Write one news brief").doesNotContain("{{");
    assertThat(new PromptFiles(Path.of("no such folder")).ids()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    wrong("none", null, "there is no prompt file ");
    wrong("empty", "", "must begin with \"---\"");
    wrong("silent", "---\nversion: 1\n---\n \n", "has no instructions below its version");
    wrong("open", "---\nversion: 1\nWrite.", "must begin with \"---\"");
    wrong("bare", "---\n---\nWrite.", "must state its version once");
    wrong("twice", "---\nversion: 1\nversion: 2\n---\nWrite.", "must state its version once");
    wrong("other", "---\nversion: 1\nmodel: x\n---\nWrite.", "may state only its version");
    wrong("odd", "---\nversion: a b\n---\nWrite.", "states the version \"a b\"");
    wrong("large", "x".repeat(PromptFiles.MOST_BYTES + 1), "is larger than 65536 bytes");
    wrong("../secret", null, "a prompt is named with small letters");
    Files.write(
        folder.resolve("latin.md"),
        "---\nversion: 1\n---\nÜber".getBytes(StandardCharsets.ISO_8859_1));
    wrong("latin", null, "is not UTF-8 text");
  }

  private void wrong(String id, String text, String sentence) throws IOException {
    if (text != null) {
      write(id, text);
    }
    assertThatThrownBy(() -> new PromptFiles(folder).read(id))
        .isInstanceOf(PromptFileException.class)
        .hasMessageContaining(sentence);
  }

  private void write(String id, String text) throws IOException {
    Files.writeString(folder.resolve(id + ".md"), text);
  }
}
