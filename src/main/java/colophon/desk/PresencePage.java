package colophon.desk;

import colophon.access.Role;
import colophon.copydesk.Presence;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who else has a draft open, and whether it was changed since it was shown: asked by its page. */
@RestController
final class PresencePage {

  /**
   * What the part shows.
   *
   * @param open who else has it open, in words; empty where nobody has
   * @param changed what was done since it was shown, in words; empty where nothing was
   */
  public record View(String root, String open, String changed) {

    /** All of it. */
    public String told() {
      return open + changed;
    }
  }

  private final Presence presence;
  private final Pages pages;

  PresencePage(Presence presence, Pages pages) {
    this.presence = presence;
    this.pages = pages;
  }

  /**
   * Says that the reader has the draft open, and asks who else has. Where nothing is new to the
   * page, the answer is empty.
   *
   * @param seen the draft that the page shows
   * @param waits whether it waited then
   * @param told what the page says already
   */
  @GetMapping("/desk/review/{draft}/present")
  ResponseEntity<String> present(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "true") boolean waits,
      @RequestParam(defaultValue = "") String told) {
    DeskUser user = Pages.user();
    Presence.Latest latest = presence.latest(draft);
    if (user.is(Role.EDITOR) && latest.waits()) {
      presence.here(draft, user.person());
    }
    var view =
        new View(draft, words(presence.others(draft, user.person())), changed(latest, seen, waits));
    return view.told().equals(told)
        ? ResponseEntity.noContent().build()
        : pages.page(request, "present", "Who has it open", "queue", view);
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
