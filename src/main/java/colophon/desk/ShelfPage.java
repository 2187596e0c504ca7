package colophon.desk;

import colophon.access.Role;
import colophon.copydesk.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was sent back or spiked, with the reason, for whoever takes it up again. */
@RestController
final class ShelfPage {

  /** A draft that was put aside, in words. */
  public record Line(String draft, String headline, String what, String reason, String when) {}

  /**
   * The page.
   *
   * @param mayOpen whether the person may open a draft
   */
  public record View(List<Line> lines, boolean mayOpen) {}

  private final Shelf shelf;
  private final Pages pages;

  ShelfPage(Shelf shelf, Pages pages) {
    this.shelf = shelf;
    this.pages = pages;
  }

  @GetMapping("/desk/queue/aside")
  ResponseEntity<String> page(HttpServletRequest request) {
    DeskUser user = Pages.user();
    List<Line> lines = shelf.lines().stream().map(ShelfPage::line).toList();
    return pages.page(
        request,
        "shelf",
        "Put aside",
        "queue",
        new View(lines, user.is(Role.EDITOR) || user.is(Role.AUDITOR)));
  }

  private static Line line(Shelf.Line line) {
    return new Line(
        line.draftId(),
        line.headline(),
        (line.spiked() ? "spiked by " : "sent back by ") + line.by(),
        line.reason(),
        DeskWords.day(line.at()));
  }
}
