package colophon.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

  @Test
  void pathsAreThoseOfTheSpecification() {
    assertThat(new Tile(0, 0, 256).path()).isEqualTo("tile/0/000");
    assertThat(new Tile(1, 1_234_067, 256).path()).isEqualTo("tile/1/x001/x234/067");
    assertThat(new Tile(0, 1234, 5).path()).isEqualTo("tile/0/x001/234.p/5");
    assertThat(new Tile(Tile.ENTRIES, 12, 256).path()).isEqualTo("tile/entries/012");
    assertThat(new Tile(Tile.ENTRIES, 1000, 1).path()).isEqualTo("tile/entries/x001/000.p/1");
  }

  @Test
  void aPathIsReadBackAsTheTileThatWroteIt() throws LogFormatException {
    for (long index : new long[] {0, 1, 9, 99, 999, 1000, 1001, 999_999, 1_000_000, 1L << 50}) {
      for (int level : new int[] {Tile.ENTRIES, 0, 1, Tile.TOP}) {
        for (int width : new int[] {1, 10, 255, 256}) {
          var tile = new Tile(level, index, width);
          assertThat(Tile.parse(tile.path())).isEqualTo(tile);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/0/1000",
        "tile/00/000",
        "tile/8/000",
        "tile/-1/000",
        "tile/x/000",
        "tile/0/x000/000",
        "tile/0/001/000",
        "tile/0/x001/x000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/05",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/+01",
        "tile/0/000/../000",
        "/tile/0/000",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        "checkpoint"
      })
  void anotherSpellingIsNoPath(String path) {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> Tile.parse(path))
        .withMessageContaining("expected a tile's path");
  }

  @Test
  void aLogOffersFullTilesAndOnePartialTileALevel() {
    assertThat(Tile.of(0)).isEmpty();
    assertThat(Tile.of(1))
        .extracting(Tile::path)
        .containsExactly("tile/entries/000.p/1", "tile/0/000.p/1");
    assertThat(Tile.of(256))
        .extracting(Tile::path)
        .containsExactly("tile/entries/000", "tile/0/000", "tile/1/000.p/1");
    assertThat(Tile.of(70_000))
        .extracting(Tile::path)
        .contains(
            "tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
  }

  @Test
  void whatAGrowingLogWritesIsWhatTheGrownLogOffers() {
    var written = new HashSet<Tile>();
    long before = 0;
    for (long size : new long[] {1, 2, 255, 256, 257, 600, 65_536, 65_537, 70_000}) {
      written.addAll(Tile.between(before, size));
      before = size;
      assertThat(written).as("of " + size).containsAll(Tile.of(size));
    }
    assertThat(Tile.between(70_000, 70_000)).isEmpty();
  }

  @Test
  void everyNodeIsFoundAgainInTheTilesAndLeadsToTheSameProofs() throws LogFormatException {
    int size = 600;
    List<Digest> leaves = Trees.leaves(size);
    TreeNodes nodes = TreeNodes.overLeaves(leaves);
    Map<String, byte[]> files = files(size, nodes);
    TreeNodes tiled = TiledNodes.over(size, tile -> files.get(tile.path()));
    assertThat(MerkleTree.of(size, tiled)).isEqualTo(MerkleTree.over(leaves));
    for (int index = 0; index < size; index += 7) {
      assertThat(InclusionProof.of(index, size, tiled))
          .isEqualTo(InclusionProof.of(index, size, nodes));
    }
    for (int from = 1; from <= size; from += 11) {
      assertThat(ConsistencyProof.of(from, size, tiled))
          .isEqualTo(ConsistencyProof.of(from, size, nodes));
    }
  }

  @Test
  void aTileOfAnotherLengthIsRefused() {
    var tile = new Tile(0, 0, 2);
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> HashTile.parse(tile, new byte[63]))
        .withMessage("tile/0/000.p/2: expected 2 hashes of 32 bytes, found 63 bytes");
  }

  @Test
  void entriesAreReadBack() throws LogFormatException {
    var entries = new ArrayList<LogEntry>();
    for (int length : new int[] {0, 1, 255, 256, LogEntry.MOST_BYTES}) {
      entries.add(new LogEntry("x".repeat(length).getBytes(StandardCharsets.UTF_8)));
    }
    var tile = new Tile(Tile.ENTRIES, 0, entries.size());
    List<LogEntry> read = EntryTile.parse(tile, EntryTile.format(entries));
    assertThat(read)
        .extracting(LogEntry::leafHash)
        .isEqualTo(entries.stream().map(LogEntry::leafHash).toList());
  }

  @Test
  void entriesThatAreCutOrTooManyAreRefused() {
    byte[] two =
        EntryTile.format(List.of(new LogEntry(Trees.entry(0)), new LogEntry(Trees.entry(1))));
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> EntryTile.parse(new Tile(Tile.ENTRIES, 0, 1), two))
        .withMessageContaining("expected 1 entries");
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> EntryTile.parse(new Tile(Tile.ENTRIES, 0, 3), two))
        .withMessage("tile/entries/000.p/3: expected 3 entries, found 2");
    for (int length = 0; length < two.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(two, length);
      assertThatExceptionOfType(LogFormatException.class)
          .isThrownBy(() -> EntryTile.parse(new Tile(Tile.ENTRIES, 0, 2), cut));
    }
  }

  private static Map<String, byte[]> files(long size, TreeNodes nodes) {
    var files = new HashMap<String, byte[]>();
    for (Tile tile : Tile.of(size)) {
      if (!tile.holdsEntries()) {
        files.put(tile.path(), HashTile.format(tile, nodes));
      }
    }
    return files;
  }
}
