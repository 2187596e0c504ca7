package colophon.capture;

import java.time.Instant;

/** What a host's queue says to one who wants to ask the host. */
sealed interface Turn {

  /**
   * Not now; {@code reason} is a clause without a full stop.
   *
   * @param askedByHost whether the host itself named that time
   */
  record Denied(String reason, Instant until, boolean askedByHost) implements Turn {}

  /** The host is ours until this is closed. */
  non-sealed interface Granted extends Turn, AutoCloseable {

    /** The host answered, whatever it said. */
    void answered();

    /** The host gave no answer, or one that says it is unwell. */
    void failed();

    /** The host asked to be left alone until then. */
    void rest(Instant until);

    @Override
    void close();
  }
}
