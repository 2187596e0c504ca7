package colophon.desk;

import colophon.copydesk.CopyDesk;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who works on a draft, and where it stands in the queue. */
@RestController
@RequestMapping("/desk/review/{draft}")
final class PlaceActions {

  private final CopyDesk desk;
  private final ReviewPage page;

  PlaceActions(CopyDesk desk, ReviewPage page) {
    this.desk = desk;
    this.page = page;
  }

  /** Takes a draft, or gives it back to everybody. */
  @PostMapping("/assign")
  ResponseEntity<String> assign(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "false") boolean back) {
    Person me = Pages.user().person();
    return page.noted(
        request,
        draft,
        "",
        desk.assign(draft, back ? new Person("", "") : me, me),
        back ? "It is everybody's again." : "It is yours.");
  }

  @PostMapping("/place")
  ResponseEntity<String> place(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "") String slug,
      @RequestParam(defaultValue = "5") int urgency,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String deadline,
      @RequestParam(defaultValue = "") String heldUntil,
      @RequestParam(defaultValue = "") String embargo) {
    try {
      var placed =
          new DeskEvent.Placed(
              slug, urgency, note, instant(deadline), instant(heldUntil), instant(embargo));
      return page.noted(
          request,
          draft,
          "",
          desk.place(draft, placed, Pages.user().person()),
          "Its place in the queue is changed.");
    } catch (DateTimeParseException e) {
      return page.show(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          page.sheet(draft),
          "",
          "Give a date and a time, in UTC, such as 2026-01-14T18:00.");
    }
  }

  /** Says what readers are told of a correction or an update. */
  @PostMapping("/tell")
  ResponseEntity<String> tell(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "correction") String kind,
      @RequestParam(defaultValue = "") String note) {
    var told = new DeskEvent.Told(!kind.equals("update"), note);
    return page.noted(
        request,
        draft,
        "",
        desk.tell(draft, told, Pages.user().person()),
        "What readers are told is kept.");
  }

  private static @Nullable Instant instant(String local) {
    return local.isBlank() ? null : LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
  }
}
