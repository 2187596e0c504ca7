package colophon.capture;

import java.time.Duration;

/**
 * How much one poll of a source may take.
 *
 * @param mostPages of a feed's items read in one poll; further ones wait for the next
 * @param mostDocuments of a folder looked at, by name
 * @param rereadAfter how long a web page of a feed that was read once is left alone, unless the
 *     feed gives it a newer date
 * @param longest how long a poll may go on opening further addresses
 */
public record PollLimits(int mostPages, int mostDocuments, Duration rereadAfter, Duration longest) {

  /** What the newsroom uses. */
  public static PollLimits standard() {
    return new PollLimits(40, 1_000, Duration.ofHours(3), Duration.ofMinutes(10));
  }
}
