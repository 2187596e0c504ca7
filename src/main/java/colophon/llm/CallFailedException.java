package colophon.llm;

import dev.langchain4j.exception.NonRetriableException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to a model that brought no answer. It is unchecked because it passes through LangChain4j,
 * which must not repeat the call by itself; nobody outside this room meets it.
 */
final class CallFailedException extends NonRetriableException {
  private static final long serialVersionUID = 1L;

  /** Why there is no answer. */
  enum Kind {
    /** The service asked to come back later, or stumbled (429 and 5xx). */
    LATER,
    /** The service refused the request, and would again. */
    REFUSED,
    /** The built-in writer says why it will not write; its words are a sentence for an editor. */
    DECLINED,
    /** The model, or a filter of its service, would not write this; the call was paid for. */
    WITHHELD,
    /** Nobody was reached at the address, so that nothing was asked. */
    UNREACHABLE,
    /** The line broke after the request was sent; nobody knows what the call cost. */
    CUT_OFF,
    /** We were told to stop while waiting; the call stays in flight. */
    STOPPED,
    /** The answer was not complete in time. */
    TOO_SLOW,
    /** The answer was not in the form of its protocol. */
    BROKEN,
    /** The answer was larger than allowed. */
    TOO_LARGE
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  private CallFailedException(Kind kind, String reason, @Nullable Duration retryAfter) {
    super(reason);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  static CallFailedException of(Kind kind, String reason) {
    return new CallFailedException(kind, reason, null);
  }

  static CallFailedException later(String reason, @Nullable Duration retryAfter) {
    return new CallFailedException(Kind.LATER, reason, retryAfter);
  }

  Kind kind() {
    return kind;
  }

  /** How long the service asked us to wait. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The failure inside what LangChain4j threw, where there is one. */
  static Optional<CallFailedException> within(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < 12; depth++, at = at.getCause()) {
      if (at instanceof CallFailedException failed) {
        return Optional.of(failed);
      }
    }
    return Optional.empty();
  }
}
