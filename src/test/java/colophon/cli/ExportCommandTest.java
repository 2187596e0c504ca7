package colophon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.c2pa.ForeignReaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Copies of published briefs that carry their credential inside, as others receive them. */
class ExportCommandTest {

  /**
   * What stands before the credential in the unseen part of a text (A.8): name, version, length.
   */
  private static final int HEAD_BYTES = 13;

  /** The place of a byte before any credential. */
  private static final int WITHIN_THE_FILE = 20;

  @TempDir static Path folder;
  private static String home = "";
  private static String keys = "";
  private static JsonNode briefs = new JsonMapper().createArrayNode();

  @BeforeAll
  static void publish() {
    Path made = folder.resolve("newsroom");
    home = made.toString();
    keys = made.resolve("keys").toString();
    Demonstration.at(made);
    briefs = new JsonMapper().readTree(Console.run("show", "--json", "--home", home).out());
  }

  @Test
  void aPageCarriesItsCredentialInItsHeadAndIsTrustedByOthers() throws IOException {
    Path file = folder.resolve("brief.inline.html");
    Console made = export(slug(0), "--form", "inline-html", "--out", file.toString());
    assertThat(made.code()).as(made.text()).isEqualTo(ExitCode.DONE);
    String page = Files.readString(file);
    String published = Files.readString(published(0).resolve("index.html"));
    assertThat(page.replaceFirst("<script type=\"application/c2pa\">[^<]*</script>", ""))
        .isEqualTo(published.replaceFirst("<link rel=\"c2pa-manifest\"[^>]*>", ""));
    assertThat(Jsoup.parse(page).selectFirst("main").text()).startsWith("AI-generated");

    assertThat(verify(file, "--trust", keys).code()).isZero();
    assertThat(verify(file).code()).isEqualTo(ExitCode.VALID);
    Matcher carrier =
        Pattern.compile("<script type=\"application/c2pa\">([A-Za-z0-9+/=]+)").matcher(page);
    assertThat(carrier.find()).isTrue();
    assertOthersTrust(Base64.getDecoder().decode(carrier.group(1)), file, "text/html");
  }

  @Test
  void aTextCarriesItsCredentialUnseenAndIsTrustedByOthers() throws IOException {
    Path file = folder.resolve("brief.inline.txt");
    Console made = export(slug(0), "--form", "inline-text", "--out", file.toString());
    assertThat(made.code()).as(made.text()).isEqualTo(ExitCode.DONE);
    String text = Files.readString(file);
    String published = Files.readString(published(0).resolve("brief.txt"));
    assertThat(text).startsWith(published);
    assertThat(text.lines().findFirst().orElse("")).startsWith("AI-generated");

    assertThat(verify(file, "--trust", keys).code()).isZero();
    byte[] unseen = unseen(text.substring(published.length()));
    assertOthersTrust(Arrays.copyOfRange(unseen, HEAD_BYTES, unseen.length), file, "text/plain");
  }

  @Test
  void aCopyThatIsChangedIsRefused() throws IOException {
    for (String form : new String[] {"inline-html", "inline-text"}) {
      Path file = folder.resolve(form.replace("inline-", "changed."));
      assertThat(export(slug(0), "--form", form, "--out", file.toString()).code()).isZero();
      String name = form.equals("inline-html") ? "changed.html" : "changed.txt";
      Path changed = folder.resolve(name);
      Files.writeString(changed, Files.readString(file).replaceFirst("AI-generated", "Well made"));
      assertThat(verify(changed, "--trust", keys).code()).isEqualTo(ExitCode.INVALID);
    }
  }

  @Test
  void anEarlierVersionThatIsOutMayBeExportedAndAWithdrawnBriefMayNot() {
    String corrected = slug(0);
    Path first = folder.resolve("first.html");
    assertThat(
            export(corrected, "--form", "inline-html", "--version", "1", "--out", first.toString())
                .code())
        .isZero();
    assertThat(export(corrected, "--form", "inline-html", "--version", "9").code())
        .isEqualTo(ExitCode.NOT_FOUND);
    assertThat(export("nobodys-brief", "--form", "inline-html").code())
        .isEqualTo(ExitCode.NOT_FOUND);
    assertThat(export(corrected, "--form", "inline-pdf").code()).isEqualTo(ExitCode.USAGE);

    String other = slug(1);
    Console withdrawn =
        Console.run(
            "review",
            "withdraw",
            other,
            "--by",
            "Ada Poe",
            "--reason",
            "A mistake.",
            "--home",
            home);
    assertThat(withdrawn.code()).as(withdrawn.text()).isZero();
    Path none = folder.resolve("none.html");
    Console refused = export(other, "--form", "inline-html", "--out", none.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(refused.text()).contains("was withdrawn; no copy is made of it.");
    assertThat(none).doesNotExist();
  }

  private static void assertOthersTrust(byte[] store, Path file, String mediaType)
      throws IOException {
    String anchors = Files.readString(Path.of(home, "site", "trust", "anchors.pem"));
    byte[] asset = Files.readAllBytes(file);
    try (ForeignReaders readers = ForeignReaders.start(folder)) {
      assertThat(readers.beside(store, asset, mediaType, anchors).nodeState()).isEqualTo("Trusted");
      assertThat(readers.beside(store, asset, mediaType, null).nodeState()).isEqualTo("Valid");
      asset[WITHIN_THE_FILE] ^= 1;
      assertThat(readers.beside(store, asset, mediaType, anchors).nodeCodes())
          .contains("assertion.dataHash.mismatch");
    }
  }

  /** The bytes that variation selectors stand for, behind a byte order mark. */
  private static byte[] unseen(String carrier) {
    assertThat(carrier.codePointAt(0)).isEqualTo(0xFEFF);
    var bytes = new ByteArrayOutputStream();
    carrier
        .codePoints()
        .skip(1)
        .forEach(c -> bytes.write(c >= 0xE0100 ? c - 0xE0100 + 16 : c - 0xFE00));
    byte[] all = bytes.toByteArray();
    assertThat(new String(all, 0, 7, UTF_8)).isEqualTo("C2PATXT");
    return all;
  }

  private static Console export(String brief, String... arguments) {
    var all = new ArrayList<>(List.of("export", brief, "--home", home));
    all.addAll(List.of(arguments));
    return Console.run(all.toArray(String[]::new));
  }

  private static Console verify(Path file, String... arguments) {
    var all = new ArrayList<>(List.of("verify", file.toString()));
    all.addAll(List.of(arguments));
    return Console.run(all.toArray(String[]::new));
  }

  private static String slug(int brief) {
    return briefs.path(brief).path("slug").asString();
  }

  private static Path published(int brief) {
    return Path.of(briefs.path(brief).path("files").asString());
  }
}
