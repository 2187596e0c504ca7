package colophon.review;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an editor decides about waiting copy. Only a named person decides; a program never does. */
public sealed interface Decision {

  /** The person's name. */
  String by();

  /**
   * It may go out, and this person answers for it.
   *
   * @param role held by the person, such as {@code night editor}
   * @param note for the record; may be empty
   * @param settled the marks that the person looked at and lets pass; every one that stands must be
   *     among them, but for the pipeline's own wish to have briefs looked at
   * @param openedAt when the draft was shown to the person; null where nothing recorded it
   * @param opened the ids of the sentences shown beside their evidence
   * @param changes what people changed since the writer delivered it
   * @param login what the person signs in with; empty where the decision is not made at the desk
   * @param ticked what the person says to have checked
   */
  record Approve(
      String by,
      String role,
      String note,
      SortedSet<Flag.Kind> settled,
      @Nullable Instant openedAt,
      List<String> opened,
      List<Receipt.Change> changes,
      String login,
      SortedSet<Tick> ticked)
      implements Decision {
    public Approve {
      ticked = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(ticked));
      settled = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(settled));
      opened = List.copyOf(opened);
      changes = List.copyOf(changes);
    }

    /** An approval that was not made at the desk. */
    public Approve(
        String by,
        String role,
        String note,
        SortedSet<Flag.Kind> settled,
        @Nullable Instant openedAt,
        List<String> opened,
        List<Receipt.Change> changes) {
      this(by, role, note, settled, openedAt, opened, changes, "", new TreeSet<>());
    }

    /**
     * The short form, for a person who answers for the whole draft as it was shown: every mark is
     * settled, and no opening of a sentence was recorded.
     */
    public Approve(String by, String role) {
      this(by, role, "", new TreeSet<>(List.of(Flag.Kind.values())), null, List.of(), List.of());
    }
  }

  /**
   * It may go out although marks stand. A second person must confirm it, whatever the pipeline asks
   * for.
   *
   * @param approval what stands and what was done, as in any approval
   * @param reason why, in the person's words; it stands in the record
   */
  record Override(Approve approval, String reason) implements Decision {
    @java.lang.Override
    public String by() {
      return approval.by();
    }
  }

  /** The second person agrees that it may go out although marks stand. */
  record Confirm(Approve approval) implements Decision {
    @java.lang.Override
    public String by() {
      return approval.by();
    }
  }

  /** Another draft is wanted; the reason is for the writer. */
  record SendBack(String by, String reason) implements Decision {}

  /** It is not wanted at all. */
  record Spike(String by, String reason) implements Decision {}
}
