package colophon.capture;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something we read, and on what terms.
 *
 * @param id unique in the newsroom, a slug
 * @param outlet the name readers know; an item of a feed may name its own
 * @param kind what stands there
 * @param location http, https, or file (a file needs an entry in {@code allow})
 * @param publicBase where readers find the documents of a local source: the part of a file's
 *     address below {@code location} (of a feed: below its folder) is resolved against it; null
 *     where there is no public place
 * @param weight 1 to 10; a heavier source is preferred where two say the same
 * @param outsideModel whether its text may be sent to a model that runs elsewhere
 * @param allow addresses that the address filter would refuse: {@code file:PATH}, {@code HOST} or
 *     {@code HOST:PORT}
 * @param pollEvery how often it is polled at most
 */
public record Source(
    String id,
    String outlet,
    SourceKind kind,
    URI location,
    @Nullable URI publicBase,
    int weight,
    boolean outsideModel,
    List<String> allow,
    Duration pollEvery) {

  public Source {
    allow = List.copyOf(allow);
  }

  /** What is wrong with an entry for {@code allow}, in a sentence; empty where nothing is. */
  public static Optional<String> allowComplaint(String entry) {
    return AllowList.complaint(entry);
  }
}
