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
    wrong("none", null, "none.md:1: there is no such prompt file");
    wrong("empty", "", "empty.md:1: this prompt is empty; it must begin with \"---\"");
    wrong("blank", " \n\n", "blank.md:1: this prompt is empty");
    wrong("silent", "---\nversion: 1\n---\n \n", "silent.md:3: there are no instructions below");
    wrong("open", "---\nversion: 1\nWrite.", "open.md:3: a prompt must begin with \"---\"");
    wrong("bare", "---\n---\nWrite.", "bare.md:2: the version is missing");
    wrong("twice", "---\nversion: 1\nversion: 2\n---\nWrite.", "twice.md:3: the top of a prompt");
    wrong("other", "---\nversion: 1\n\nmodel: x\n---\nWrite.", "other.md:4: the top of a prompt");
    wrong("odd", "---\nversion: a b\n---\nWrite.", "odd.md:2: the version \"a b\" is not known");
    wrong("none-said", "---\nversion:\n---\nWrite.", "none-said.md:2: the top of a prompt states");
    wrong("large", "x".repeat(PromptFiles.MOST_BYTES + 1), "is larger than 65536 bytes");
    wrong("../secret", null, "a prompt is named with small letters");
    Files.write(
        folder.resolve("latin.md"),
        "---\nversion: 1\n---\nA line.\nÜber".getBytes(StandardCharsets.ISO_8859_1));
    wrong("latin", null, "latin.md:5: this is not UTF-8 text");
    Files.write(
        folder.resolve("cut.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xe2, (byte) 0x82});
    wrong("cut", null, "cut.md:2: this is not UTF-8 text");
  }

  @Test
  void readsThroughTheMarkThatSomeEditorsPutFirst() throws Exception {
    write("marked", "\uFEFF---\nversion: 1\n---\nWrite.");
    assertThat(new PromptFiles(folder).read("marked").instructions()).isEqualTo("Write.");
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
