package colophon.desk;

import colophon.access.Role;
import colophon.capture.Snapshot;
import colophon.capture.SnapshotStore;
import colophon.kernel.Digest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * An archived copy: what was received, when and from where. Its bytes are never shown as a page.
 */
@RestController
final class CopyPage {

  /** What the page shows. */
  public record View(
      String digest,
      String address,
      String answered,
      String when,
      int status,
      long bytes,
      List<String> headers) {
    public View {
      headers = List.copyOf(headers);
    }
  }

  private final SnapshotStore snapshots;
  private final Pages pages;

  CopyPage(SnapshotStore snapshots, Pages pages) {
    this.snapshots = snapshots;
    this.pages = pages;
  }

  @GetMapping("/desk/copies/{digest}")
  ResponseEntity<String> page(HttpServletRequest request, @PathVariable String digest) {
    Snapshot copy = copy(digest);
    var view =
        new View(
            digest,
            copy.requested().toString(),
            copy.landed().toString(),
            DeskWords.moment(copy.fetchedAt()),
            copy.status(),
            copy.body().length,
            copy.responseHeaders().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
                .toList());
    return pages.page(request, "copy", "Archived copy", "queue", view);
  }

  @GetMapping("/desk/copies/{digest}/bytes")
  ResponseEntity<byte[]> bytes(@PathVariable String digest) {
    Snapshot copy = copy(digest);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + digest.substring(0, 16) + ".bin\"")
        .body(copy.body());
  }

  /** Desk notes are for editors, and for auditors who look after them; no operator needs one. */
  private static boolean mayRead(Snapshot copy) {
    DeskUser user = Pages.user();
    return !copy.requested().toString().startsWith("urn:colophon:desk-note:")
        || user.is(Role.EDITOR)
        || user.is(Role.AUDITOR);
  }

  private Snapshot copy(String digest) {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw ReviewPage.missing("\"" + digest + "\" is not the digest of a copy.");
    }
    return snapshots
        .find(Digest.parse("sha256:" + digest))
        .filter(CopyPage::mayRead)
        .orElseThrow(() -> ReviewPage.missing("No archived copy of that digest is kept here."));
  }
}
