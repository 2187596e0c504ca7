package colophon.llm;

/** The sources of a story do not hold enough that can be quoted; the message says what to do. */
final class NothingToQuoteException extends Exception {

  private static final long serialVersionUID = 1L;

  NothingToQuoteException(String message) {
    super(message);
  }
}
