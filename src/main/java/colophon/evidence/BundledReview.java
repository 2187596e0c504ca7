package colophon.evidence;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.review.Flag;
import colophon.review.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one draft, the earliest first, as a bundle tells it.
 *
 * @param events at least one
 */
record BundledReview(List<Event> events) {

  static final String FILE = "review/events.json";

  /** One state of the draft; {@code receipt} where a person looked. */
  record Event(
      String state,
      Instant at,
      List<Flag> flags,
      String by,
      String role,
      String reason,
      @Nullable Receipt receipt) {
    Event {
      flags = List.copyOf(flags);
    }
  }

  /** What a person did before deciding, as far as a decision is made again from it. */
  record Receipt(
      Instant openedAt,
      List<String> opened,
      SortedSet<Flag.Kind> settled,
      List<colophon.review.Receipt.Change> changes,
      SortedSet<Tick> ticked) {}

  BundledReview {
    events = List.copyOf(events);
  }

  static BundledReview read(Json document, String draftId) throws JsonFormatException {
    var events = new ArrayList<Event>();
    if (document instanceof Json.Arr drafts) {
      for (Json draft : drafts.items()) {
        if (draft instanceof Json.Obj each
            && Json.of(draftId).equals(each.get("draft"))
            && each.get("events") instanceof Json.Arr list) {
          for (Json event : list.items()) {
            events.add(event((Json.Obj) event));
          }
        }
      }
    }
    if (events.isEmpty()) {
      throw new JsonFormatException("expected a decision on the draft " + draftId);
    }
    return new BundledReview(events);
  }

  /** How the draft came to the desk. */
  Event first() {
    return events.getFirst();
  }

  /** The decision that let it out. */
  Event last() {
    return events.getLast();
  }

  private static Event event(Json.Obj event) throws JsonFormatException {
    return new Event(
        text(event, "state"),
        Instant.parse(text(event, "at")),
        flags(event),
        text(event, "by"),
        text(event, "role"),
        text(event, "reason"),
        event.get("receipt") instanceof Json.Obj receipt ? receipt(receipt) : null);
  }

  private static List<Flag> flags(Json.Obj event) throws JsonFormatException {
    var flags = new ArrayList<Flag>();
    if (event.get("flags") instanceof Json.Arr list) {
      for (Json item : list.items()) {
        Json.Obj flag = (Json.Obj) item;
        flags.add(
            new Flag(
                Flag.Kind.valueOf(text(flag, "kind")),
                text(flag, "reason"),
                texts(flag, "sentences")));
      }
    }
    return flags;
  }

  private static Receipt receipt(Json.Obj receipt) throws JsonFormatException {
    var settled = new TreeSet<Flag.Kind>();
    texts(receipt, "settled").forEach(kind -> settled.add(Flag.Kind.valueOf(kind)));
    var changes = new ArrayList<colophon.review.Receipt.Change>();
    if (receipt.get("changes") instanceof Json.Arr list) {
      for (Json item : list.items()) {
        Json.Obj change = (Json.Obj) item;
        changes.add(
            new colophon.review.Receipt.Change(
                text(change, "sentenceId"), text(change, "before"), text(change, "after")));
      }
    }
    var ticked = new TreeSet<Tick>();
    texts(receipt, "ticked").forEach(tick -> ticked.add(Tick.valueOf(tick)));
    return new Receipt(
        Instant.parse(text(receipt, "openedAt")),
        texts(receipt, "opened"),
        settled,
        changes,
        ticked);
  }

  private static List<String> texts(Json.Obj object, String name) throws JsonFormatException {
    var texts = new ArrayList<String>();
    if (object.get(name) instanceof Json.Arr list) {
      for (Json item : list.items()) {
        if (!(item instanceof Json.Str text)) {
          throw new JsonFormatException("expected texts in \"" + name + "\"");
        }
        texts.add(text.value());
      }
    }
    return texts;
  }

  /** Empty where nothing stands there. */
  private static String text(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Str text ? text.value() : "";
  }
}
