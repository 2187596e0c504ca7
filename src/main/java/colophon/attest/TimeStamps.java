package colophon.attest;

import colophon.kernel.Digest;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Asks an authority for time stamps, and takes only answers to what was asked. */
final class TimeStamps {

  /** The largest token kept, in bytes: what a content credential has room for. */
  static final int MOST_TOKEN_BYTES = 64 * 1024;

  private static final int NONCE_BITS = 64;

  private final TimeStampAuthority authority;
  private final Random random;

  /**
   * @param random draws the number by which an answer is told from an older one
   */
  TimeStamps(TimeStampAuthority authority, Random random) {
    this.authority = authority;
    this.random = random;
  }

  /** Whether there is anybody to ask. */
  boolean asks() {
    return authority != TimeStampAuthority.NONE;
  }

  /** The token that stamps a message, in DER. */
  byte[] stamp(byte[] message) throws TimeStampException {
    var requests = new TimeStampRequestGenerator();
    // The token brings its certificate, since readers are offline.
    requests.setCertReq(true);
    try {
      TimeStampRequest request =
          requests.generate(
              TSPAlgorithms.SHA256, Digest.of(message).raw(), new BigInteger(NONCE_BITS, random));
      var response = new TimeStampResponse(authority.answer(request.getEncoded()));
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new TimeStampException("the authority refused (" + response.getStatusString() + ")");
      }
      byte[] token = response.getTimeStampToken().getEncoded();
      if (token.length > MOST_TOKEN_BYTES) {
        throw new TimeStampException(
            "the token has " + token.length + " bytes, more than " + MOST_TOKEN_BYTES);
      }
      return token;
    } catch (TSPException | IOException e) {
      throw new TimeStampException(
          "the authority's answer does not fit what was asked (" + e.getMessage() + ")");
    }
  }
}
