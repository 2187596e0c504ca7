package colophon.witness;

import colophon.kernel.Digest;
import colophon.tlog.AddCheckpoint;
import colophon.tlog.Checkpoint;
import colophon.tlog.ConsistencyProof;
import colophon.tlog.HashTile;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import colophon.tlog.SignedNote;
import colophon.tlog.Tile;
import colophon.tlog.TreeNodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;

/** A log that a test writes as it likes, honest or not. */
public final class ShownLog {

  final NoteSigner signer;
  private final List<Digest> leaves = new ArrayList<>();

  public ShownLog(String origin) throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    signer = new NoteSigner(NoteKey.ofLog(origin, pair.getPublic()), pair.getPrivate());
  }

  /** The same log, as a liar goes on with it. */
  private ShownLog(ShownLog other) {
    signer = other.signer;
    leaves.addAll(other.leaves);
  }

  public ShownLog append(int number) {
    for (int i = 0; i < number; i++) {
      leaves.add(leaf("entry " + leaves.size()));
    }
    return this;
  }

  public ShownLog changed(int index) {
    var liar = new ShownLog(this);
    liar.leaves.set(index, leaf("forged"));
    return liar;
  }

  public ShownLog cut(int size) {
    var liar = new ShownLog(this);
    liar.leaves.subList(size, liar.leaves.size()).clear();
    return liar;
  }

  public SignedNote note() {
    return Checkpoint.of(signer.key().name(), MerkleTree.over(leaves)).sign(signer);
  }

  public AddCheckpoint since(int known) {
    return new AddCheckpoint(
        known,
        known == 0
            ? List.of()
            : ConsistencyProof.of(known, leaves.size(), TreeNodes.overLeaves(leaves)).path(),
        note());
  }

  /** Writes the log as a site shows it. */
  public Path write(Path folder) throws IOException {
    for (Tile tile : Tile.of(leaves.size())) {
      if (!tile.holdsEntries()) {
        Path file = folder.resolve(tile.path());
        Files.createDirectories(file.getParent());
        Files.write(file, HashTile.format(tile, TreeNodes.overLeaves(leaves)));
      }
    }
    Files.writeString(folder.resolve("checkpoint"), note().format());
    return folder;
  }

  public Path keyFile(Path folder) throws IOException {
    return Files.write(
        folder.resolve("log-key.txt"),
        (signer.key().format() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Digest leaf(String entry) {
    return MerkleTree.leafHash(entry.getBytes(StandardCharsets.UTF_8));
  }
}
