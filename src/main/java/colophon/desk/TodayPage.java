package colophon.desk;

import colophon.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What runs, what runs next, what failed, what waits and what it costs. */
@RestController
final class TodayPage {

  private final TodayDesk desk;
  private final Pages pages;

  TodayPage(TodayDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GetMapping("/desk/today")
  ResponseEntity<String> page(HttpServletRequest request) {
    TodayView view = desk.view(Pages.user().is(Role.OPERATOR));
    return pages.page(request, "today", "Today", "today", view);
  }

  /** The part that moves, which the page asks for again and again. */
  @GetMapping("/desk/today/running")
  ResponseEntity<String> running(HttpServletRequest request) {
    return pages.page(request, "running", "Running now", "today", desk.running());
  }
}
