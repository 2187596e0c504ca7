package colophon.capture;

import static colophon.fuzz.FuzzTarget.require;

import colophon.fuzz.FuzzTarget;
import colophon.kernel.Digest;
import colophon.kernel.GzipMembers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** WARC files of anybody, as they are imported and as a replay reads them. */
public final class CaptureTargets {

  private static final WarcLimits LIMITS = new WarcLimits(50, 64 << 10, 8 << 10, 1 << 20);

  private CaptureTargets() {}

  public static List<FuzzTarget> all() {
    return List.of(new FuzzTarget("warc", CaptureTargets::seeds, CaptureTargets::warc));
  }

  /** Packed, and not: behind a checksum few changes reach the records. */
  private static List<byte[]> seeds() {
    byte[] packed = Copies.warc(Copies.all());
    try (var plain = new GzipMembers(new ByteArrayInputStream(packed), LIMITS.mostBytes())) {
      return List.of(packed, plain.readAllBytes(), Copies.warc(List.of(Copies.document())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was read is exported, and what is exported is read as the same. */
  private static void warc(byte[] input) throws IOException, WarcFormatException {
    List<Snapshot> read;
    try {
      read = read(input);
    } catch (WarcFormatException e) {
      return;
    }
    List<Snapshot> again = read(Copies.warc(read));
    require(digests(read).equals(digests(again)), "copies that were exported are read");
  }

  private static List<Snapshot> read(byte[] warc) throws IOException, WarcFormatException {
    return WarcArchive.read(new ByteArrayInputStream(warc), LIMITS);
  }

  private static List<Digest> digests(List<Snapshot> copies) {
    return copies.stream().map(Snapshot::digest).toList();
  }
}
