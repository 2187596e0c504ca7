package colophon.evidence;

import colophon.brief.Draft;
import colophon.kernel.Json;
import colophon.review.ReviewHistory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people did with the drafts, and the receipt of whoever approved. */
final class ReviewPart {

  private final ReviewHistory history;

  ReviewPart(ReviewHistory history) {
    this.history = history;
  }

  /**
   * Adds the events of these drafts.
   *
   * @param drafts the last is the one that was published
   * @return who is named in them
   */
  List<String> add(List<Draft> drafts, Shelf shelf) {
    var list = new ArrayList<Json>();
    var people = new ArrayList<String>();
    Json receipt = null;
    for (Draft draft : drafts) {
      var events = new ArrayList<Json>();
      for (ReviewHistory.Event event : history.of(draft.id())) {
        events.add(json(event));
        if (event.by() != null) {
          people.add(event.by());
        }
        receipt = event.state().equals("approved") ? event.receipt() : null;
      }
      list.add(Json.object("draft", Json.of(draft.id()), "events", Json.array(events)));
    }
    shelf.put(
        "review/events.json", "what was decided about each draft, and when", Json.array(list));
    if (receipt != null) {
      shelf.put("review/receipt.json", "what the person did before approving", receipt);
    }
    return people;
  }

  private static Json json(ReviewHistory.Event event) {
    return Json.object(
        "state", Json.of(event.state()),
        "at", Json.of(event.at().toString()),
        "flags", event.flags(),
        "by", text(event.by()),
        "role", text(event.role()),
        "reason", text(event.reason()),
        "receipt", event.receipt() == null ? new Json.Null() : event.receipt());
  }

  private static Json text(@Nullable String text) {
    return text == null ? new Json.Null() : Json.of(text);
  }
}
