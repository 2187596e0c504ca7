package colophon.database;

/** There is no database to work with; the message says why and what to do. */
public final class DatabaseUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailableException(String message) {
    super(message);
  }
}
