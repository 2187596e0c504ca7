package colophon.desk;

import colophon.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What runs, what runs next, what failed, what waits and what it costs. */
@RestController
final class TodayPage {

  private final TodayDesk desk;
  private final Pages pages;
  private final LiveParts parts;

  TodayPage(TodayDesk desk, Pages pages, LiveParts parts) {
    this.parts = parts;
    this.desk = desk;
    this.pages = pages;
  }

  @GetMapping("/desk/today")
  ResponseEntity<String> page(HttpServletRequest request) {
    TodayView view = desk.view(Pages.user().is(Role.OPERATOR));
    return pages.page(request, "today", "Today", "today", view);
  }

  /** The part that moves, again and again. */
  @GetMapping(path = "/desk/today/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter running(HttpServletRequest request) {
    Frame frame = pages.frame(request, "Running now", "today");
    return parts.stream(() -> pages.part(frame, "running", desk.running()));
  }

  /** When what runs next, and what the last runs came to: that follows the runs too. */
  @GetMapping(path = "/desk/today/next/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter next(HttpServletRequest request) {
    Frame frame = pages.frame(request, "Next", "today");
    boolean mayAct = frame.operator();
    return parts.stream(() -> pages.part(frame, "next", desk.next(mayAct)));
  }
}
