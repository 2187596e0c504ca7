package colophon.capture;

import java.util.Optional;

/**
 * How we name ourselves to the hosts we read.
 *
 * @param version of Colophon
 * @param contact a mail address or a web page where a host's owner can reach the newsroom
 */
public record UserAgent(String version, String contact) {

  /** The name that a robots.txt addresses. */
  public static final String PRODUCT = "Colophon";

  public UserAgent {
    if (!version.matches("[0-9A-Za-z.+-]{1,40}")) {
      throw new IllegalArgumentException(
          "a version is up to 40 letters, digits, dots and hyphens, found \"" + version + "\"");
    }
    complaint(contact)
        .ifPresent(sentence -> {
          throw new IllegalArgumentException(sentence);
        });
  }

  /** What is wrong with a contact, in a sentence; empty where nothing is. */
  public static Optional<String> complaint(String contact) {
    return contact.matches("[\\x21-\\x7e&&[^()]]{1,200}")
        ? Optional.empty()
        : Optional.of(
            "the contact is a mail address or a web page without spaces or brackets, found \""
                + contact
                + "\".");
  }

  /** The value of the User-Agent header. */
  @Override
  public String toString() {
    return PRODUCT + "/" + version + " (+" + contact + ")";
  }
}
