package colophon.tlog;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows offline that an entry is in a log: its index, the path and the signed checkpoint that the
 * path leads to, in one file (c2sp.org/tlog-proof@v1).
 *
 * @param extra unauthenticated bytes of the application's own; null where there are none
 * @param index of the entry, from 0
 * @param path as in {@link InclusionProof}
 * @param checkpoint as signed by the log, and by witnesses where there are any
 */
public record TlogProof(
    byte @Nullable [] extra, long index, List<Digest> path, SignedNote checkpoint) {

  /** The largest proof read, in bytes. */
  public static final int MOST_BYTES = SignedNote.MOST_BYTES + 128 * 1024;

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  public TlogProof {
    path = List.copyOf(path);
  }

  /** The proof that a log hands out for one of its entries. */
  public static TlogProof of(InclusionProof proof, SignedNote checkpoint) {
    return new TlogProof(null, proof.index(), proof.path(), checkpoint);
  }

  /** Reads a proof. It proves nothing before path and checkpoint are checked. */
  public static TlogProof parse(byte[] proof) throws LogFormatException {
    if (proof.length > MOST_BYTES) {
      throw new LogFormatException(
          "expected a proof of at most " + MOST_BYTES + " bytes, found " + proof.length);
    }
    String all = SignedNote.utf8(proof);
    int blank = all.indexOf("\n\n");
    if (!all.startsWith(HEADER + "\n") || blank < 0) {
      throw new LogFormatException(
          "expected \"" + HEADER + "\", the proof, an empty line and a checkpoint");
    }
    List<String> lines = List.of(all.substring(0, blank).split("\n", -1));
    int line = 1;
    byte[] extra = null;
    if (line < lines.size() && lines.get(line).startsWith(EXTRA)) {
      extra = Base64Text.parse(lines.get(line++).substring(EXTRA.length()), "extra data");
    }
    if (line == lines.size() || !lines.get(line).startsWith(INDEX)) {
      throw new LogFormatException("expected a line \"index DECIMAL\" at the head of the proof");
    }
    long index = Decimal.parse(lines.get(line++).substring(INDEX.length()), "an index");
    var checkpoint =
        SignedNote.parse(
            all.substring(blank + 2).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new TlogProof(extra, index, path(lines.subList(line, lines.size())), checkpoint);
  }

  private static List<Digest> path(List<String> lines) throws LogFormatException {
    if (lines.size() > InclusionProof.MOST_HASHES) {
      throw new LogFormatException(
          "expected at most "
              + InclusionProof.MOST_HASHES
              + " hashes in a path, found "
              + lines.size());
    }
    var path = new ArrayList<Digest>();
    for (String line : lines) {
      byte[] hash = Base64Text.parse(line, "a hash of the path");
      if (hash.length != MerkleHash.BYTES) {
        throw new LogFormatException("expected a hash of 32 bytes, found " + hash.length);
      }
      path.add(Digest.ofRaw(hash));
    }
    return path;
  }

  /** The file, in UTF-8; it ends in {@code .tlog-proof}. */
  public String format() {
    var out = new StringBuilder(HEADER).append('\n');
    if (extra != null) {
      out.append(EXTRA).append(Base64Text.format(extra)).append('\n');
    }
    out.append(INDEX).append(index).append('\n');
    for (Digest hash : path) {
      out.append(Base64Text.format(hash.raw())).append('\n');
    }
    return out.append('\n').append(checkpoint.format()).toString();
  }

  /** The path against a tree of that size. */
  public InclusionProof inclusion(long size) {
    return new InclusionProof(index, size, path);
  }
}
