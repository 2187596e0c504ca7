package colophon.pipeline;

/** A draft cannot be published, since what it rests on was erased. The message says what. */
public final class SourceErasedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SourceErasedException(String message) {
    super(message);
  }
}
