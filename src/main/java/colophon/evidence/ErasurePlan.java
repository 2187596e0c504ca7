package colophon.evidence;

import java.util.List;

/**
 * What would be erased, before it is.
 *
 * @param goes what is not held
 * @param stays what a hold keeps
 */
public record ErasurePlan(List<Erasable> goes, List<Held> stays) {

  /** A thing and the hold that keeps it. */
  public record Held(Erasable thing, Hold hold) {}

  public ErasurePlan {
    goes = List.copyOf(goes);
    stays = List.copyOf(stays);
  }
}
