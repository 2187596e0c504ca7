package colophon.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whatever bytes come: an outcome, never an exception, and spans that cut exactly their text. */
class ExtractorRobustnessTest {

  private static final long SEED = 20260114;
  private static final DocumentProcess PROCESS = new DocumentProcess();
  private static final List<String> TYPES =
      List.of("", "text/html", "text/plain", "application/pdf", "text/html; charset=utf-16");
  private static final List<String> PIECES =
      List.of(
          "<div>",
          "</div>",
          "<p style='",
          "color:rgb(1.2.3,0,0)",
          "width:1e999px;",
          "<script>",
          "<style>a{",
          "@media (min-width:9.9.9px){",
          "<!--",
          "-->",
          "<h1>",
          "<table><tr>",
          "\u0000",
          "\ud800",
          "\ud83d\ude00",
          "\u202e",
          "\udb40\udc41",
          "e\u0301\u0327",
          "&#x110000;",
          "&nbsp;",
          "<meta property=article:published_time content='2026-02-31T25:61:61+99:99'>",
          "<time datetime='99999999999999999999'>",
          "<link rel=canonical href='http://[::::/%%'>",
          "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":[[{}]]}</script>",
          "By By By, and By",
          "31.02.2026 29:99",
          "\r\n\r\r\n",
          "<template id=B:0></template>",
          "<base href='//['>",
          "SAMPLE sentence of the loop that is long enough to be a passage. ");

  @AfterAll
  static void end() {
    PROCESS.close();
  }

  private static void read(byte[] document, Random random) {
    String name = List.of("a", "a.html", "a.txt", "a.pdf").get(random.nextInt(4));
    String type = TYPES.get(random.nextInt(TYPES.size()));
    Extraction extraction =
        new Extractor(PROCESS)
            .extract(Pages.captured("https://sample.example/" + name, document, type));
    if (extraction instanceof Extraction.Extracted(Article article)) {
      Outcomes.holdsTogether(article);
    } else {
      Outcomes.reason(extraction);
    }
  }

  @Test
  void anyBytesEndInAnOutcome() {
    var random = new Random(SEED);
    for (int i = 0; i < 150; i++) {
      byte[] bytes = new byte[random.nextInt(4_000)];
      random.nextBytes(bytes);
      read(bytes, random);
    }
  }

  @Test
  void anyHeapOfMarkupEndsInAnOutcome() {
    var random = new Random(SEED + 1);
    for (int i = 0; i < 400; i++) {
      var page = new StringBuilder(i % 3 == 0 ? "<html><body>" : "");
      for (int n = random.nextInt(60); n >= 0; n--) {
        page.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      read(page.toString().getBytes(i % 5 == 0 ? ISO_8859_1 : UTF_8), random);
    }
  }

  @Test
  void anyDamageToAGoodDocumentEndsInAnOutcome() throws IOException {
    var random = new Random(SEED + 2);
    for (byte[] good : goodDocuments()) {
      for (int i = 0; i < 25; i++) {
        read(damaged(good, random), random);
      }
    }
  }

  private static List<byte[]> goodDocuments() throws IOException {
    var documents = new ArrayList<byte[]>();
    try (var files = Files.list(Path.of("src/test/resources/colophon/article"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("valid_") && !name.endsWith(".expected")) {
          documents.add(Files.readAllBytes(file));
        }
      }
    }
    documents.add(
        DocumentFiles.pdf(page -> DocumentFiles.line(page, DocumentFiles.VISIBLE, 50, 700, 11)));
    documents.add(DocumentFiles.docx(DocumentFiles.paragraph("", DocumentFiles.VISIBLE), Map.of()));
    return documents;
  }

  /** Some bytes changed, a stretch taken out, a stretch put in twice, or the end cut off. */
  private static byte[] damaged(byte[] good, Random random) {
    var bytes = new ByteArrayOutputStream();
    int at = random.nextInt(good.length);
    int length = Math.min(good.length - at, random.nextInt(200));
    switch (random.nextInt(4)) {
      case 0 -> {
        byte[] copy = good.clone();
        for (int n = 0; n < 20; n++) {
          copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
      }
      case 1 -> {
        bytes.write(good, 0, at);
        bytes.write(good, at + length, good.length - at - length);
      }
      case 2 -> {
        bytes.write(good, 0, at + length);
        bytes.write(good, at, good.length - at);
      }
      default -> bytes.write(good, 0, at);
    }
    return bytes.toByteArray();
  }
}
