package colophon.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Makes, judges and hashes passwords. */
public final class Passwords {

  /** The shortest password a person may choose, in characters (NIST SP 800-63B). */
  public static final int LEAST = 12;

  /** The longest, in bytes; bcrypt reads no more. */
  public static final int MOST_BYTES = 72;

  /** Without letters and digits that are taken for one another. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private final SecureRandom random;
  private final BCryptPasswordEncoder encoder;

  /** For compare where there is no account, so that the answer takes as long. */
  private final String nobody;

  public Passwords(SecureRandom random) {
    this.random = random;
    this.encoder = new BCryptPasswordEncoder(11, random);
    this.nobody = String.valueOf(encoder.encode(first()));
  }

  /** A first password: four groups of four letters and digits, about 79 bits. */
  public String first() {
    var password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /** Why a password will not do, as a sentence; empty where it will. */
  public static Optional<String> refuse(String password, String login) {
    if (password.codePointCount(0, password.length()) < LEAST) {
      return Optional.of("A password has at least " + LEAST + " characters.");
    }
    if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("A password has at most " + MOST_BYTES + " bytes.");
    }
    if (password.chars().distinct().count() < 5) {
      return Optional.of("A password of so few different characters is easily guessed.");
    }
    return password.toLowerCase(Locale.ROOT).contains(login)
        ? Optional.of("A password does not contain the login.")
        : Optional.empty();
  }

  String hash(String password) {
    return String.valueOf(encoder.encode(password));
  }

  /** Whether it is the password with that hash; compares also where there is none. */
  boolean matches(String password, Optional<String> hash) {
    if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES) {
      return false;
    }
    boolean same = encoder.matches(password, hash.orElse(nobody));
    return same && hash.isPresent();
  }
}
