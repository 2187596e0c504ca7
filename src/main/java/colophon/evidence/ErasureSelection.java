package colophon.evidence;

import colophon.kernel.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the things that an order, a rule or a hold speaks of, as far as they are still here. */
final class ErasureSelection {

  private final Map<ErasureClass, Erasing> classes;

  ErasureSelection(
      CopyErasing copies,
      CallErasing calls,
      TextErasing texts,
      DraftErasing drafts,
      PeopleErasing people) {
    this.classes = new EnumMap<>(ErasureClass.class);
    classes.put(ErasureClass.COPIES, copies);
    classes.put(ErasureClass.MODEL, calls);
    classes.put(ErasureClass.TEXTS, texts);
    classes.put(ErasureClass.DRAFTS, drafts);
    classes.put(ErasureClass.PEOPLE, people);
  }

  Erasing of(ErasureClass each) {
    return java.util.Objects.requireNonNull(classes.get(each));
  }

  /** What a hold keeps: of a brief everything it rests on, of a source its copies and texts. */
  List<Erasable> of(Hold hold) {
    var all = new ArrayList<Erasable>();
    for (Erasing each : classes.values()) {
      all.addAll(
          switch (hold.kind()) {
            case SOURCE -> each.ofSource(hold.name());
            case BRIEF -> each.ofBrief(hold.name());
          });
    }
    return all;
  }

  /** Takes it away, inside the caller's transaction; the digests for its tombstone. */
  Optional<List<Digest>> erase(Erasable thing, Instant now) {
    return of(thing.of()).erase(thing, now);
  }
}
