package colophon.publication;

/** The site's folder cannot be written; the message says where, why and what to do. */
public final class SiteNotWritableException extends Exception {
  private static final long serialVersionUID = 1L;

  public SiteNotWritableException(String message) {
    super(message);
  }
}
