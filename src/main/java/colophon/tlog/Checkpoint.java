package colophon.tlog;

import colophon.kernel.Digest;
import java.util.List;

/**
 * A log's statement that its tree of that size has that root (c2sp.org/tlog-checkpoint).
 *
 * @param origin the log's lasting identity, such as a URL without its scheme
 * @param size the number of leaves
 * @param extensions further lines, none empty; we write none
 */
public record Checkpoint(String origin, long size, Digest root, List<String> extensions) {

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a log's origin is one line of text");
    }
    if (size < 0) {
      throw new IllegalArgumentException("a tree has at least no leaves, found " + size);
    }
    for (String extension : extensions) {
      if (extension.isEmpty() || extension.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("an extension of a checkpoint is one line of text");
      }
    }
  }

  /** The checkpoint of a log as it stands. */
  public static Checkpoint of(String origin, MerkleTree tree) {
    return new Checkpoint(origin, tree.size(), tree.root(), List.of());
  }

  /** Reads the text of a note. Who signed the note is another question. */
  public static Checkpoint parse(String noteText) throws LogFormatException {
    if (!noteText.endsWith("\n")) {
      throw new LogFormatException("expected a checkpoint that ends in a newline");
    }
    List<String> lines = List.of(noteText.substring(0, noteText.length() - 1).split("\n", -1));
    if (lines.size() < 3 || lines.contains("")) {
      throw new LogFormatException(
          "expected origin, size and root on a line each and no empty line, found "
              + lines.size()
              + " lines");
    }
    byte[] root = Base64Text.parse(lines.get(2), "a root");
    if (root.length != MerkleHash.BYTES) {
      throw new LogFormatException("expected a root of 32 bytes, found " + root.length);
    }
    return new Checkpoint(
        lines.get(0),
        Decimal.parse(lines.get(1), "a tree size"),
        Digest.ofRaw(root),
        lines.subList(3, lines.size()));
  }

  /** The text of the note that states this. */
  public String format() {
    var out = new StringBuilder(origin).append('\n').append(size).append('\n');
    out.append(Base64Text.format(root.raw())).append('\n');
    for (String extension : extensions) {
      out.append(extension).append('\n');
    }
    return out.toString();
  }

  /** This checkpoint, signed by its log. */
  public SignedNote sign(NoteSigner signer) {
    return SignedNote.sign(format(), signer);
  }
}
