package colophon.tlog;

/**
 * One signature line of a note, checked or not.
 *
 * @param name of the key
 * @param keyId the first four bytes of the key's hash, a hint and no more
 * @param bytes what follows the key id
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {

  private static final String START = "— ";

  /** The line, without its newline. */
  public String format() {
    byte[] all = new byte[Integer.BYTES + bytes.length];
    for (int i = 0; i < Integer.BYTES; i++) {
      all[i] = (byte) (keyId >>> 24 - 8 * i);
    }
    System.arraycopy(bytes, 0, all, Integer.BYTES, bytes.length);
    return START + name + " " + Base64Text.format(all);
  }

  static NoteSignature parse(String line) throws LogFormatException {
    int space = line.indexOf(' ', START.length());
    if (!line.startsWith(START) || space < 0) {
      throw new LogFormatException(
          "expected a signature line \"— NAME BASE64\", found \"" + line + "\"");
    }
    String name = line.substring(START.length(), space);
    if (!NoteKey.mayBeNamed(name)) {
      throw new LogFormatException(
          "expected a key name without spaces and plus signs, found \"" + name + "\"");
    }
    byte[] all = Base64Text.parse(line.substring(space + 1), "a signature");
    if (all.length <= Integer.BYTES) {
      throw new LogFormatException(
          "expected a key id and a signature, found " + all.length + " bytes");
    }
    int keyId = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      keyId = keyId << 8 | all[i] & 0xff;
    }
    return new NoteSignature(name, keyId, java.util.Arrays.copyOfRange(all, 4, all.length));
  }
}
