package colophon.llm;

/** Whether a call may be made. */
sealed interface Reservation {

  /** It may; it is recorded as in flight. */
  record Reserved(CallKey key, int number, long micros, long tokens) implements Reservation {}

  /** It may not; the reason is a sentence. */
  record Refused(String reason) implements Reservation {}
}
