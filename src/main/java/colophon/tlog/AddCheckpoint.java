package colophon.tlog;

import colophon.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log sends to a witness (c2sp.org/tlog-witness, add-checkpoint): the size that the witness
 * is thought to know, the way from there, and the checkpoint to cosign.
 *
 * <pre>
 * old DECIMAL
 * BASE64 of each hash of the consistency proof
 *
 * the checkpoint, as signed
 * </pre>
 *
 * @param oldSize 0 where the witness is thought to know nothing
 * @param path of a {@link ConsistencyProof} from there to the checkpoint
 */
public record AddCheckpoint(long oldSize, List<Digest> path, SignedNote checkpoint) {

  /** The most hashes that a request may hold. */
  public static final int MOST_HASHES = 63;

  /** The largest request read, in bytes. */
  public static final int MOST_BYTES = SignedNote.MOST_BYTES + 8 * 1024;

  private static final String OLD = "old ";

  public AddCheckpoint {
    path = List.copyOf(path);
  }

  /** Reads a request; whether it leads anywhere is for {@link Witnessing} to say. */
  public static AddCheckpoint parse(byte[] request) throws LogFormatException {
    if (request.length > MOST_BYTES) {
      throw new LogFormatException(
          "expected a request of at most " + MOST_BYTES + " bytes, found " + request.length);
    }
    String all = SignedNote.utf8(request);
    int blank = all.indexOf("\n\n");
    if (!all.startsWith(OLD) || blank < 0) {
      throw new LogFormatException(
          "expected \"old SIZE\", the hashes of a proof, an empty line and a checkpoint");
    }
    List<String> lines = List.of(all.substring(0, blank).split("\n", -1));
    List<String> hashes = lines.subList(1, lines.size());
    if (hashes.size() > MOST_HASHES) {
      throw new LogFormatException(
          "expected at most " + MOST_HASHES + " hashes in a proof, found " + hashes.size());
    }
    var path = new ArrayList<Digest>();
    for (String line : hashes) {
      byte[] hash = Base64Text.parse(line, "a hash of the proof");
      if (hash.length != MerkleHash.BYTES) {
        throw new LogFormatException("expected a hash of 32 bytes, found " + hash.length);
      }
      path.add(Digest.ofRaw(hash));
    }
    return new AddCheckpoint(
        Decimal.parse(lines.getFirst().substring(OLD.length()), "the old size"),
        path,
        SignedNote.parse(all.substring(blank + 2).getBytes(StandardCharsets.UTF_8)));
  }

  /** The request's body, in UTF-8. */
  public String format() {
    var out = new StringBuilder(OLD).append(oldSize).append('\n');
    for (Digest hash : path) {
      out.append(Base64Text.format(hash.raw())).append('\n');
    }
    return out.append('\n').append(checkpoint.format()).toString();
  }
}
