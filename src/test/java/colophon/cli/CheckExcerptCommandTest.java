package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A brief is published, pasted from, tampered with and withdrawn. */
class CheckExcerptCommandTest {

  @TempDir static Path folder;
  private static String home = "";
  private static Path site = Path.of("");
  private static String sentence = "";

  @BeforeAll
  static void publish() throws IOException {
    home = folder.resolve("home").toString();
    site = Path.of(home, "site");
    JsonNode made =
        new JsonMapper()
            .readTree(Console.run("brief", "samples/documents", "--home", home, "--json").out());
    String draft = made.path("held").path(0).path("draftId").asString();
    assertThat(Console.run("review", "approve", draft, "--by", "Ada Poe", "--home", home).code())
        .isEqualTo(ExitCode.DONE);
    String text = Files.readString(files("brief.txt").getFirst());
    sentence =
        text.lines()
            .filter(line -> line.matches("“.*”.* \\[\\d+\\].*"))
            .map(line -> line.replaceAll(" \\[\\d+\\].*", ""))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void theWholePageIsWordForWordFromTheSiteAndFromTheNewsroom() throws IOException {
    for (String name : List.of("brief.txt", "brief.md", "index.html")) {
      String file = files(name).getFirst().toString();
      Console fromSite = check(file, "--site", site.toString());
      assertThat(fromSite.out()).as(name).contains("WORD FOR WORD", "current", "rests on ");
    }
    String file = files("brief.txt").getFirst().toString();
    Console fromSite = check(file, "--site", site.toString());
    assertThat(fromSite.code()).as(fromSite.text()).isEqualTo(ExitCode.DONE);
    assertThat(fromSite.out()).contains("signed with a key found beside it");
    Console trusted = check(file, "--site", site.toString(), "--trust", home + "/keys");
    assertThat(trusted.out()).contains("signed with a key you know");
    Console fromNewsroom = check(file, "--home", home);
    assertThat(fromNewsroom.out()).isEqualTo(trusted.out());
  }

  @Test
  void anEditedSentenceAndAForeignOneAreToldApart() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mixed.txt"),
            sentence.replace("the", "all the")
                + "\n\nNobody in Aldermouth has ever seen a penguin.\n");
    Console mixed = check(file.toString(), "--site", site.toString());
    assertThat(mixed.code()).isEqualTo(ExitCode.INVALID);
    assertThat(mixed.out()).contains("EDITED", "[+all+]", "NOT OURS");
    JsonNode json =
        new JsonMapper()
            .readTree(check(file.toString(), "--site", site.toString(), "--json").out());
    assertThat(json.path("sentences").path(0).path("verdict").asString()).isEqualTo("edited");
    assertThat(json.path("sentences").path(1).path("verdict").asString()).isEqualTo("not-ours");
    assertThat(json.path("exitCode").asInt()).isEqualTo(ExitCode.INVALID);
  }

  @Test
  void whatWasForgedOnTheSiteIsNotOurs() throws IOException {
    Path forged = folder.resolve("forged");
    Folders.copy(site, forged);
    try (Stream<Path> all = Files.walk(forged)) {
      for (Path text : all.filter(path -> path.endsWith("brief.txt")).toList()) {
        Files.writeString(text, Files.readString(text).replace("flood", "fire"));
      }
    }
    Path file = Files.writeString(folder.resolve("one.txt"), sentence);
    Console refused = check(file.toString(), "--site", forged.toString());
    assertThat(refused.out()).contains("NOT OURS", "0 published versions");
    assertThat(refused.err()).contains("not intact, so nothing in it counts", "[artefact.");
  }

  @Test
  void whatCannotBeLookedForIsRefusedWithASentence() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), " \n");
    Console nothing = check(empty.toString(), "--site", site.toString());
    assertThat(nothing.code()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.err()).contains("holds no word");
    Console missing = check(folder.resolve("none.txt").toString(), "--site", site.toString());
    assertThat(missing.code()).isEqualTo(ExitCode.NOT_FOUND);
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, 0});
    assertThat(check(binary.toString(), "--site", site.toString()).code())
        .isEqualTo(ExitCode.BAD_INPUT);
    Path file = Files.writeString(folder.resolve("one.txt"), sentence);
    Console noSite = check(file.toString(), "--site", folder.toString());
    assertThat(noSite.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(noSite.err()).contains("Nothing is published in");
    Console noKeys = check(file.toString(), "--site", site.toString(), "--trust", empty.toString());
    assertThat(noKeys.code()).isEqualTo(ExitCode.USAGE);
  }

  private static Console check(String... arguments) {
    return Console.run(
        Stream.concat(Stream.of("check-excerpt"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static List<Path> files(String name) throws IOException {
    try (Stream<Path> all = Files.walk(site.resolve("briefs"))) {
      return all.filter(path -> path.toString().contains("/v1/") && path.endsWith(name)).toList();
    }
  }
}
