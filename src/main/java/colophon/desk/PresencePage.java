package colophon.desk;

import colophon.copydesk.Person;
import colophon.copydesk.Presence;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Who else has a draft open, and whether it was changed since it was shown: sent to its page, which
 * says that it is still there.
 */
@RestController
final class PresencePage {

  /**
   * What the part shows.
   *
   * @param open who else has it open, in words; empty where nobody has
   * @param changed what was done since it was shown, in words; empty where nothing was
   */
  public record View(String root, String open, String changed) {}

  private final Presence presence;
  private final Pages pages;
  private final LiveParts parts;

  PresencePage(Presence presence, Pages pages, LiveParts parts) {
    this.presence = presence;
    this.pages = pages;
    this.parts = parts;
  }

  /** Says that the reader has the draft open. */
  @PostMapping("/desk/review/{draft}/here")
  ResponseEntity<Void> here(@PathVariable String draft) {
    if (presence.latest(draft).waits()) {
      presence.here(draft, Pages.user().person());
    }
    return ResponseEntity.noContent().build();
  }

  /**
   * Who else has the draft open and what became of it, whenever that has changed.
   *
   * @param seen the draft that the page shows
   * @param waits whether it waited then
   */
  @GetMapping(path = "/desk/review/{draft}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "true") boolean waits) {
    Frame frame = pages.frame(request, "Who has it open", "queue");
    Person person = Pages.user().person();
    return parts.stream(() -> {
      var view =
          new View(
              draft,
              words(presence.others(draft, person)),
              changed(presence.latest(draft), seen, waits));
      return pages.part(frame, "present", view);
    });
  }

  /** Such as {@code Kim and Dana have it open}. */
  static String words(List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.getFirst() + " has it open too.";
      default ->
          String.join(", ", names.subList(0, names.size() - 1))
              + " and "
              + names.getLast()
              + " have it open too.";
    };
  }

  /** What became of the draft since it was seen. */
  private static String changed(Presence.Latest latest, String seen, boolean waited) {
    if (!seen.isEmpty() && !latest.draftId().equals(seen)) {
      return (latest.by().isEmpty() ? "A colleague" : latest.by())
          + " changed this draft since you opened it.";
    }
    return waited && !latest.waits() ? "This draft was decided on since you opened it." : "";
  }
}
