package colophon.desk;

import colophon.attest.LogExplorer;
import colophon.kernel.Digest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A version as it was known when it came out: nothing that came later is told here. */
@RestController
final class ThenPage {

  /**
   * A version then.
   *
   * @param log what stood in the log when it was first proved, a sentence
   * @param others how each version of the brief stood then
   */
  public record View(
      String slug,
      String headline,
      int version,
      String kind,
      String when,
      String note,
      String record,
      long entry,
      String log,
      List<Other> others,
      List<File> files) {
    public View {
      others = List.copyOf(others);
      files = List.copyOf(files);
    }
  }

  /** A version of the brief, and how it stood. */
  public record Other(int version, String state, String when) {}

  /** A file of the version. */
  public record File(String name, long bytes, String digest) {}

  private final HistoryDesk desk;
  private final LogExplorer log;
  private final Pages pages;

  ThenPage(HistoryDesk desk, LogExplorer log, Pages pages) {
    this.desk = desk;
    this.log = log;
    this.pages = pages;
  }

  @GetMapping("/desk/audit/{slug}/{version}")
  ResponseEntity<String> page(
      HttpServletRequest request, @PathVariable String slug, @PathVariable String version) {
    HistoryDesk.Then then = desk.then(slug, version);
    String note = then.plan().note();
    var view =
        new View(
            then.plan().slug().value(),
            then.headline(),
            then.plan().version(),
            DeskWords.kind(then.plan().kind()),
            DeskWords.day(then.plan().publishedAt()),
            note == null ? "" : note,
            then.attested().recordDigest().toString(),
            then.attested().entryIndex(),
            covered(then.attested().entryIndex()),
            then.standings().stream()
                .map(each ->
                    new Other(
                        each.plan().version(),
                        each.state().name().toLowerCase(Locale.ROOT),
                        DeskWords.day(each.plan().publishedAt())))
                .toList(),
            then.files().entrySet().stream()
                .map(file ->
                    new File(
                        file.getKey(),
                        file.getValue().length,
                        Digest.of(file.getValue()).toString()))
                .toList());
    return pages.page(request, "then", "As it was known then", "audit", view);
  }

  private String covered(long entry) {
    return log.covered(entry)
        .map(first ->
            "The log had "
                + first.size()
                + " entries when its checkpoint of "
                + DeskWords.day(first.at())
                + " first proved this one, number "
                + entry
                + ".")
        .orElse("No checkpoint of the newest log proves entry " + entry + ".");
  }
}
