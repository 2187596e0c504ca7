package colophon.copydesk;

import colophon.review.Flag;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One waiting draft as the queue shows it.
 *
 * @param slug the newsroom's short name for it; may be empty
 * @param pipeline that made it; empty where its run is not known
 * @param urgency 1 at once, 5 in its turn, 9 whenever there is time
 * @param deadline null where there is none
 * @param risk the higher, the sooner a person should look, see {@link colophon.review.Risk}
 * @param kinds of all its marks, settled or not, one entry a mark
 * @param blocking how many marks of each kind nobody has settled; kinds without one are left out
 * @param assigned who is to work on it; an empty login where nobody is
 * @param heldUntil not to be decided on before; null where nothing holds it now
 * @param embargo not to be published before; null where there is none now
 * @param people how many must approve it
 * @param firstBy the first of two people, who has approved it; empty where nobody has
 */
public record QueueLine(
    String draftId,
    String headline,
    String storyId,
    String slug,
    String pipeline,
    int urgency,
    String note,
    @Nullable Instant deadline,
    Instant waitingSince,
    int risk,
    List<Flag.Kind> kinds,
    Map<Flag.Kind, Integer> blocking,
    Person assigned,
    @Nullable Instant heldUntil,
    @Nullable Instant embargo,
    int people,
    String firstBy) {

  public QueueLine {
    kinds = List.copyOf(kinds);
    blocking = Map.copyOf(blocking);
  }

  /** Whether only one independent source bears it out. */
  public boolean singleSource() {
    return kinds.contains(Flag.Kind.SINGLE_SOURCE);
  }

  /** Whether its sources differ on a figure that it tells. */
  public boolean sourcesDiffer() {
    return kinds.contains(Flag.Kind.SOURCES_DIFFER);
  }

  /** Whether it wants a lawyer's eye. */
  public boolean needsLegalRead() {
    return kinds.contains(Flag.Kind.NEEDS_LEGAL_READ);
  }

  /** How many marks keep it from being approved. */
  public int marks() {
    return blocking.values().stream().mapToInt(Integer::intValue).sum();
  }

  static Map<Flag.Kind, Integer> counted(List<Flag.Kind> kinds) {
    var counts = new EnumMap<Flag.Kind, Integer>(Flag.Kind.class);
    kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
    return counts;
  }
}
