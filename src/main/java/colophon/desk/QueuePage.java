package colophon.desk;

import colophon.copydesk.CopyDesk;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.Mark;
import colophon.copydesk.Worksheet;
import colophon.review.Copy;
import colophon.review.Flag;
import colophon.review.ReviewStore;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for an editor, the most urgent and riskiest first. */
@RestController
final class QueuePage {

  private static final int MOST_LINES = 100;

  private final ReviewStore reviews;
  private final CopyDesk desk;
  private final Pages pages;
  private final InstantSource clock;

  QueuePage(ReviewStore reviews, CopyDesk desk, Pages pages, InstantSource clock) {
    this.reviews = reviews;
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk/queue")
  ResponseEntity<String> page(HttpServletRequest request) {
    List<Copy.Waiting> waiting = reviews.waiting();
    var lines =
        waiting.stream()
            .limit(MOST_LINES)
            .flatMap(copy -> desk.worksheet(copy.draft().id()).stream())
            .map(this::line)
            .toList();
    return pages.page(request, "queue", "Queue", "queue", new QueueView(lines, waiting.size()));
  }

  private QueueView.Line line(Worksheet sheet) {
    Instant now = clock.instant();
    DeskEvent.Placed placed = sheet.placed();
    Instant deadline = placed.deadline();
    Instant held = placed.heldUntil();
    return new QueueView.Line(
        sheet.root().id(),
        sheet.draft().brief().headline().text(),
        placed.slug(),
        placed.urgency(),
        placed.note(),
        deadline == null ? "" : DeskWords.moment(deadline),
        sheet.copy() instanceof Copy.Waiting waiting ? DeskWords.ago(waiting.since(), now) : "",
        sheet.blocking().size(),
        sheet.marks().stream()
            .map(Mark::flag)
            .map(Flag::kind)
            .filter(kind -> kind != Flag.Kind.POLICY)
            .distinct()
            .map(DeskWords::kind)
            .toList(),
        sheet.assigned().name(),
        held == null || !held.isAfter(now) ? "" : DeskWords.moment(held));
  }
}
