package colophon.pipeline;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Documents that people and servers get wrong; all text is SAMPLE text. */
final class HostilePapers {

  private HostilePapers() {}

  /** A good page about one event, as that outlet tells it. */
  static String page(String outlet, String second) {
    return """
    <!doctype html><html lang="en"><head><title>Westhaven board approves ferry terminal</title>
    <meta property="article:published_time" content="2026-01-14T07:30:00Z">
    <meta property="og:site_name" content="%s"></head><body><article>
    <h1>Westhaven board approves ferry terminal</h1>
    <p>The harbour board of Westhaven approved a new ferry terminal on Tuesday evening, chair
    Ann Reed said in a statement after the vote.</p>
    <p>%s</p>
    <p>The terminal will cost 40 million euros and open in 2028, the plan of the board says.</p>
    </article></body></html>
    """
        .formatted(outlet, second);
  }

  /** Fills a folder with a good text and with everything that can go wrong in a folder. */
  static void fill(Path folder, Path outside) throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(outside);
    Files.writeString(outside.resolve("secret.txt"), "Not for the newsroom. ".repeat(20));
    Files.writeString(folder.resolve("report.html"), page("Dock Papers", "Ships call daily."));
    Files.writeString(folder.resolve("named.pdf"), page("Named Papers", "The quay is old."));
    Files.write(folder.resolve("locked.pdf"), lockedPdf());
    Files.write(
        folder.resolve("broken.pdf"), "%PDF-1.7 and nothing".getBytes(StandardCharsets.US_ASCII));
    Files.write(folder.resolve("empty.txt"), new byte[0]);
    Files.write(
        folder.resolve("charset.html"),
        page("Zeitung", "Die Größe der Fähre überrascht Käpt’n Jörg.")
            .replace("<head>", "<head><meta charset=\"utf-8\">")
            .getBytes(Charset.forName("windows-1252")));
    Files.writeString(folder.resolve("n".repeat(240) + ".txt"), "A long name. ".repeat(30));
    Files.writeString(folder.resolve("notes.rtf"), "{\\rtf1 notes}");
    Files.createDirectories(folder.resolve("older"));
    Files.createSymbolicLink(folder.resolve("outside.txt"), outside.resolve("secret.txt"));
    Files.createSymbolicLink(folder.resolve("round.txt"), Path.of("round.txt"));
  }

  private static byte[] lockedPdf() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      var out = new java.io.ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
