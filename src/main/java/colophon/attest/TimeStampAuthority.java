package colophon.attest;

/**
 * Who says by when something was signed (RFC 3161). The newsroom chooses one; readers who trust it
 * need not believe the newsroom's own clock.
 */
@FunctionalInterface
public interface TimeStampAuthority {

  /** Nobody was chosen. */
  TimeStampAuthority NONE =
      request -> {
        throw new TimeStampException("no time-stamping authority is configured");
      };

  /**
   * Asks.
   *
   * @param request a TimeStampReq in DER
   * @return a TimeStampResp in DER, unchecked
   * @throws TimeStampException where no answer came; the message says why
   */
  byte[] answer(byte[] request) throws TimeStampException;
}
