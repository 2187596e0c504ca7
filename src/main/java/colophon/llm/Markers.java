package colophon.llm;

import colophon.brief.WritingOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives the mark of each message from a secret, so that no source can guess it. */
final class Markers {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LETTERS = 6;
  private static final int MOST_TRIES = 64;

  private final byte[] secret;

  Markers(byte[] secret) {
    this.secret = secret.clone();
  }

  /** The mark for an order: the same each time, and in none of its texts. */
  Datamark marker(WritingOrder order) {
    String name = order.runId() + "\n" + order.dossier().revision().storyId();
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      String word = word(name + "\n" + attempt);
      boolean taken =
          order.dossier().articles().stream()
              .anyMatch(article -> article.text().contains(word) || article.title().contains(word));
      if (!taken) {
        return new Datamark(word);
      }
    }
    throw new IllegalStateException("no mark of " + MOST_TRIES + " is absent from the sources");
  }

  private String word(String name) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] code = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
      var word = new StringBuilder();
      for (int i = 0; i < LETTERS; i++) {
        word.append((char) ('a' + Byte.toUnsignedInt(code[i]) % 26));
      }
      return word.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
