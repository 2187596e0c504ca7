package colophon.publication;

import colophon.capture.AddressRefusedException;
import colophon.capture.PostWire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One question to a witness, by {@link PostWire}: no address that is not public unless the witness
 * is a local one.
 */
final class WitnessWire implements AutoCloseable {

  /** The words for an answer that was not there at the deadline. */
  static final String LATE = "it did not answer in time";

  private final PostWire wire = new PostWire();

  /**
   * Sends a request and reads the answer.
   *
   * @param deadline for all of it
   * @throws IOException with words that follow "since"
   */
  PostWire.Answer post(WitnessAddress witness, byte[] body, Duration deadline) throws IOException {
    URI address = witness.submission();
    int port = address.getPort();
    if (!witness.local() && port >= 0 && port != 80 && port != 443) {
      throw new IOException("port " + port + " is opened for a local witness only");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IOException(LATE);
    }
    List<String> allow =
        witness.local() ? List.of(address.getHost() + (port < 0 ? "" : ":" + port)) : List.of();
    try {
      PostWire.Answer answer =
          wire.post(
              address, Map.of("Content-Type", "text/plain; charset=UTF-8"), body, allow, deadline);
      if (answer.cut()) {
        throw new IOException(
            "it answered with more than " + PostWire.MOST_ANSWER_BYTES + " bytes");
      }
      return answer;
    } catch (PostWire.LateException e) {
      throw new IOException(LATE, e);
    } catch (IOException e) {
      throw e.getCause() instanceof AddressRefusedException refused
          ? new IOException(refused.fact() + "; set local: true if it is meant", e)
          : e;
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
