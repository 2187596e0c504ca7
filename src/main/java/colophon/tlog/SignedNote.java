package colophon.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and the signatures under it (c2sp.org/signed-note). Reading one says nothing of who signed
 * it: ask {@link #check}.
 *
 * @param text ends in a newline
 * @param signatures at least one, as they stand
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  /** The largest note read, in bytes. */
  public static final int MOST_BYTES = 256 * 1024;

  /** The largest number of signatures read. */
  public static final int MOST_SIGNATURES = 64;

  /** What one key has to say of a note. */
  public enum Answer {
    /** The key signed it. */
    SIGNED,
    /** No line claims to be this key's. */
    NOT_SIGNED,
    /** A line claims to be this key's and is not its signature of this text. */
    FORGED
  }

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || signatures.isEmpty()) {
      throw new IllegalArgumentException("a note ends in a newline and has a signature");
    }
  }

  /** Signs a text that ends in a newline and holds no other control character. */
  public static SignedNote sign(String text, NoteSigner signer) {
    if (hasControlCharacters(text)) {
      throw new IllegalArgumentException("a note holds no control character but the newline");
    }
    return new SignedNote(text, List.of(signer.sign(text)));
  }

  /** Reads a note. */
  public static SignedNote parse(byte[] note) throws LogFormatException {
    if (note.length > MOST_BYTES) {
      throw new LogFormatException(
          "expected a note of at most " + MOST_BYTES + " bytes, found " + note.length);
    }
    String all = utf8(note);
    int blank = all.lastIndexOf("\n\n");
    if (blank < 0 || hasControlCharacters(all) || !all.endsWith("\n")) {
      throw new LogFormatException(
          "expected a text, an empty line and signature lines, each ending in a newline and"
              + " without control characters");
    }
    var signatures = new ArrayList<NoteSignature>();
    int start = blank + 2;
    while (start < all.length()) {
      if (signatures.size() == MOST_SIGNATURES) {
        throw new LogFormatException("expected at most " + MOST_SIGNATURES + " signatures");
      }
      int end = all.indexOf('\n', start);
      signatures.add(NoteSignature.parse(all.substring(start, end)));
      start = end + 1;
    }
    if (signatures.isEmpty()) {
      throw new LogFormatException("expected a signature under the note, found none");
    }
    return new SignedNote(all.substring(0, blank + 1), signatures);
  }

  /** The note as it is kept and sent. */
  public String format() {
    var out = new StringBuilder(text).append('\n');
    for (NoteSignature signature : signatures) {
      out.append(signature.format()).append('\n');
    }
    return out.toString();
  }

  /** This note with one more signature, such as a witness's. */
  public SignedNote with(NoteSignature signature) {
    var more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /**
   * This note with the cosignature that a witness answered with; lines of other keys are left out.
   *
   * @param answer signature lines, each ending in a newline, in UTF-8
   * @throws LogFormatException where the answer holds no valid signature of that key
   */
  public SignedNote cosigned(NoteKey witness, byte[] answer) throws LogFormatException {
    SignedNote answered = parse((text + "\n" + utf8(answer)).getBytes(StandardCharsets.UTF_8));
    // The last empty line may be one of the answer's own; then it speaks of another text.
    if (!answered.text().equals(text)) {
      throw new LogFormatException("expected signature lines alone");
    }
    for (NoteSignature signature : answered.signatures()) {
      if (witness.claimed(signature) && witness.verifies(text, signature)) {
        return with(signature);
      }
    }
    throw new LogFormatException(
        "expected a signature of " + witness.name() + " over the checkpoint, found none");
  }

  /** Whether that key signed this. One bad line of the key's spoils the note. */
  public Answer check(NoteKey key) {
    Answer answer = Answer.NOT_SIGNED;
    for (NoteSignature signature : signatures) {
      if (key.claimed(signature)) {
        if (!key.verifies(text, signature)) {
          return Answer.FORGED;
        }
        answer = Answer.SIGNED;
      }
    }
    return answer;
  }

  private static boolean hasControlCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' && text.charAt(i) != '\n') {
        return true;
      }
    }
    return false;
  }

  static String utf8(byte[] bytes) throws LogFormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new LogFormatException("expected UTF-8, found bytes that are not");
    }
  }
}
