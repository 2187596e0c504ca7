package colophon.verify;

import colophon.kernel.Digest;
import colophon.tlog.Checkpoint;
import colophon.tlog.EntryTile;
import colophon.tlog.LogAudit;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.SignedNote;
import colophon.tlog.Tile;
import colophon.tlog.TiledNodes;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The log that a site shows as tiles (c2sp.org/tlog-tiles): computed again from its entries, and
 * held against its own checkpoint and against what every version's proof says of it.
 */
final class ShownLogCheck {

  /** What stands below a site: {@code log}, and {@code log-2} and so on for later epochs. */
  private static final Pattern FOLDER = Pattern.compile("log(-[1-9][0-9]{0,3})?");

  /** The most entries computed again. */
  static final long MOST_ENTRIES = 2_000_000;

  private static final String CHECKPOINT = "checkpoint";

  private final Path folder;
  private final String name;
  private final LogCheck signatures;
  private final Findings findings;

  ShownLogCheck(Path folder, LogCheck signatures, Findings findings) {
    this.folder = folder;
    this.name = VersionFolder.name(folder);
    this.signatures = signatures;
    this.findings = findings;
  }

  /** Whether a folder below a site is a log by its name. */
  static boolean is(Path folder) {
    return FOLDER.matcher(VersionFolder.name(folder)).matches();
  }

  /**
   * Checks the log, where one is shown.
   *
   * @param places where the versions of the site say that they stand
   */
  void check(Collection<LogPlace> places) {
    String shown = name + "/" + CHECKPOINT;
    byte[] file = VersionFolder.readIfThere(folder.resolve(CHECKPOINT), shown, findings);
    if (file == null) {
      return;
    }
    Checkpoint checkpoint;
    try {
      SignedNote note = SignedNote.parse(file);
      checkpoint = Checkpoint.parse(note.text());
      signatures.check(note, checkpoint, shown);
    } catch (LogFormatException e) {
      findings.add(
          Code.CHECKPOINT_MALFORMED,
          shown,
          "The checkpoint of the log cannot be read: " + e.getMessage() + ".");
      return;
    }
    if (checkpoint.size() > MOST_ENTRIES) {
      findings.add(
          Code.LOG_NOT_COMPUTED,
          shown,
          "The log has " + checkpoint.size() + " entries, more than are computed again here.");
      return;
    }
    compute(checkpoint, shown, places);
  }

  private void compute(Checkpoint checkpoint, String shown, Collection<LogPlace> places) {
    var leaves = new HashMap<Long, Digest>();
    Map<String, Checkpoint> checkpoints = new HashMap<>(Map.of("its own checkpoint", checkpoint));
    for (LogPlace place : places) {
      if (place.checkpoint().origin().equals(checkpoint.origin())) {
        leaves.put(place.index(), place.leafHash());
        checkpoints.put(
            "a version's proof of " + place.checkpoint().size() + " entries", place.checkpoint());
      }
    }
    TiledNodes nodes = TiledNodes.over(checkpoint.size(), this::read);
    LogAudit audit =
        LogAudit.begin(
            (level, index) -> {
              try {
                return Optional.of(nodes.at(level, index));
              } catch (TiledNodes.MissingTileException e) {
                return Optional.empty();
              }
            },
            checkpoints);
    String wrong = feed(checkpoint.size(), audit, leaves);
    Optional<LogAudit.Fault> fault = audit.end();
    if (wrong == null && fault.isPresent()) {
      wrong = fault.get().sentence();
    }
    if (wrong != null) {
      findings.add(Code.LOG_DIFFERS, name, wrong);
    } else {
      findings.add(
          Code.LOG_WHOLE,
          name,
          "The log on the site has "
              + checkpoint.size()
              + " entries; computed again they give its checkpoint, and every version stands where"
              + " its proof says.");
    }
  }

  /** Hands over every entry; a sentence where one is not there, or is not a version's. */
  private @Nullable String feed(long size, LogAudit audit, Map<Long, Digest> leaves) {
    long index = 0;
    while (index < size) {
      Tile tile =
          new Tile(
              Tile.ENTRIES,
              index / Tile.FULL,
              (int) Math.min(Tile.FULL, size - index / Tile.FULL * Tile.FULL));
      byte[] bytes = read(tile);
      if (bytes == null) {
        return "The tile " + tile.path() + " is missing, so entry " + index + " is not shown.";
      }
      List<LogEntry> entries;
      try {
        entries = EntryTile.parse(tile, bytes);
      } catch (LogFormatException e) {
        return "A tile cannot be read: " + e.getMessage() + ".";
      }
      for (LogEntry entry : entries) {
        Digest expected = leaves.get(index);
        if (expected != null && !expected.equals(entry.leafHash())) {
          return "Entry " + index + " is another than the version whose proof names that place.";
        }
        audit.next(entry);
        index++;
      }
    }
    return null;
  }

  private byte @Nullable [] read(Tile tile) {
    Path file = folder.resolve(tile.path());
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? VersionFolder.read(file, name + "/" + tile.path(), findings)
        : null;
  }
}
