package colophon.tlog;

import static colophon.fuzz.FuzzTarget.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.fuzz.FuzzTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The readers of a log's files. */
public final class TlogTargets {

  private static final int SIZE = 300;

  private TlogTargets() {}

  public static List<FuzzTarget> all() {
    return List.of(
        new FuzzTarget("note", TlogTargets::notes, TlogTargets::note),
        new FuzzTarget("proof", TlogTargets::proofs, TlogTargets::proof),
        new FuzzTarget("tile", TlogTargets::tiles, TlogTargets::tile));
  }

  private static List<byte[]> notes() {
    SignedNote one =
        Checkpoint.of("log.example/a", MerkleTree.over(Trees.leaves(SIZE))).sign(key());
    SignedNote two = SignedNote.sign("a\nb\n", key());
    return List.of(one.format().getBytes(UTF_8), two.format().getBytes(UTF_8));
  }

  private static NoteSigner key() {
    return Keys.signer("log.example/a");
  }

  private static void note(byte[] input) throws LogFormatException {
    SignedNote note;
    try {
      note = SignedNote.parse(input);
    } catch (LogFormatException e) {
      return;
    }
    require(
        Arrays.equals(note.format().getBytes(UTF_8), input), "a note is written as it was read");
    note.check(key().key());
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(note.text());
    } catch (LogFormatException e) {
      return;
    }
    require(checkpoint.format().equals(note.text()), "a checkpoint is written as it was read");
  }

  private static List<byte[]> proofs() {
    List<colophon.kernel.Digest> leaves = Trees.leaves(SIZE);
    SignedNote checkpoint = Checkpoint.of("log.example/a", MerkleTree.over(leaves)).sign(key());
    var proofs = new ArrayList<byte[]>();
    for (int index : new int[] {0, 17, SIZE - 1}) {
      proofs.add(
          TlogProof.of(InclusionProof.of(index, SIZE, TreeNodes.overLeaves(leaves)), checkpoint)
              .format()
              .getBytes(UTF_8));
    }
    return proofs;
  }

  private static void proof(byte[] input) throws LogFormatException {
    TlogProof proof;
    try {
      proof = TlogProof.parse(input);
    } catch (LogFormatException e) {
      return;
    }
    require(
        proof.format().equals(TlogProof.parse(proof.format().getBytes(UTF_8)).format()),
        "a proof that was written is read");
  }

  /** The first byte says how wide the tile is; before the zero byte stands its path. */
  private static List<byte[]> tiles() {
    var entries = new ArrayList<LogEntry>();
    for (int i = 0; i < 5; i++) {
      entries.add(new LogEntry(Trees.entry(i)));
    }
    byte[] hashes = HashTile.format(new Tile(0, 0, 5), TreeNodes.overLeaves(Trees.leaves(5)));
    return List.of(
        joined("tile/entries/000.p/5", EntryTile.format(entries)),
        joined("tile/0/000.p/5", hashes));
  }

  private static byte[] joined(String path, byte[] bytes) {
    byte[] all = Arrays.copyOf((path + "\0").getBytes(UTF_8), path.length() + 1 + bytes.length);
    System.arraycopy(bytes, 0, all, path.length() + 1, bytes.length);
    return all;
  }

  private static void tile(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != 0) {
      end++;
    }
    byte[] bytes = Arrays.copyOfRange(input, Math.min(input.length, end + 1), input.length);
    try {
      String path = new String(input, 0, end, UTF_8);
      Tile tile = Tile.parse(path);
      require(tile.path().equals(path), "a path is written as it was read");
      if (tile.holdsEntries()) {
        require(
            Arrays.equals(EntryTile.format(EntryTile.parse(tile, bytes)), bytes),
            "entries are written as they were read");
      } else {
        require(HashTile.parse(tile, bytes).size() == tile.width(), "a tile is as wide as it says");
      }
    } catch (LogFormatException e) {
      // Refused, as it may be.
    }
  }
}
