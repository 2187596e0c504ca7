package colophon.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips as nobody should make them: each ends in one finding, and nothing is unpacked for it. */
class ZipDirectoryTest {

  private static final String PAGE = "briefs/a/v1/index.html";

  @TempDir private Path folder;

  @Test
  void aPlainZipIsReadStoredOrPacked() throws IOException {
    for (byte[] zip :
        new byte[][] {zip(PAGE, "words"), zip(PAGE, "words ".repeat(5_000)), folders()}) {
      Path file = Files.write(folder.resolve("plain.zip"), zip);
      try (var read = EvidenceZip.open(file)) {
        assertThat(read.items()).containsOnlyKeys(PAGE);
        ZipItem item = read.items().get(PAGE);
        assertThat(read.bytes(item, 1 << 20)).asString(UTF_8).startsWith("words");
      }
    }
  }

  @Test
  void namesThatLeadElsewhereAreRefused() throws IOException {
    for (String name :
        new String[] {
          "../evil.txt",
          "briefs/../../evil.txt",
          "/etc/passwd",
          "C:/windows/evil",
          "briefs\\a\\v1",
          "briefs//a",
          "./a",
          "a/.",
          ".hidden",
          "briefs/na\u00efve.txt",
          "a\u0000b",
          "a b",
          "x".repeat(300)
        }) {
      assertThat(code(zip(name, "x"))).as(name).isEqualTo(Code.BUNDLE_UNSAFE);
    }
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws IOException {
    byte[] two = zip("aaa.txt", "x", "bbb.txt", "y");
    assertThat(code(replaced(two, "bbb.txt", "aaa.txt"))).isEqualTo(Code.BUNDLE_UNSAFE);
    assertThat(code(replaced(two, "bbb.txt", "AAA.txt"))).isEqualTo(Code.BUNDLE_UNSAFE);
  }

  @Test
  void linksAndDevicesAreRefused() throws IOException {
    assertThat(code(changed(zip(PAGE, "x"), 38, 0120777 << 16))).isEqualTo(Code.BUNDLE_UNSAFE);
    assertThat(code(changed(zip(PAGE, "x"), 38, 0020666 << 16))).isEqualTo(Code.BUNDLE_UNSAFE);
  }

  @Test
  void encryptedHugeAndForeignPackingAreRefused() throws IOException {
    byte[] plain = zip(PAGE, "x");
    assertThat(code(edited(plain, bytes -> bytes.putShort(central(bytes) + 8, (short) 1))))
        .isEqualTo(Code.BUNDLE_MALFORMED);
    assertThat(code(edited(plain, bytes -> bytes.putShort(central(bytes) + 10, (short) 12))))
        .isEqualTo(Code.BUNDLE_MALFORMED);
    assertThat(code(edited(plain, bytes -> bytes.putInt(central(bytes) + 24, -1))))
        .isEqualTo(Code.BUNDLE_MALFORMED);
    assertThat(
            code(
                edited(
                    plain,
                    bytes -> {
                      bytes.putShort(bytes.limit() - 14, (short) -1);
                      bytes.putShort(bytes.limit() - 12, (short) -1);
                    })))
        .isEqualTo(Code.BUNDLE_MALFORMED);
  }

  @Test
  void aBombIsRefusedBeforeItGoesOff() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      zip.putNextEntry(new ZipEntry("bomb.txt"));
      zip.write(new byte[64 << 20]);
    }
    assertThat(code(out.toByteArray())).isEqualTo(Code.BUNDLE_TOO_LARGE);
    byte[] modest = edited(out.toByteArray(), bytes -> bytes.putInt(central(bytes) + 24, 1_000));
    Path file = Files.write(folder.resolve("lying.zip"), modest);
    try (var zip = EvidenceZip.open(file)) {
      ZipItem item = zip.items().get("bomb.txt");
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> zip.bytes(item, 1 << 20)))
          .isInstanceOfSatisfying(
              ZipFormatException.class, e -> assertThat(e.code()).isEqualTo(Code.BUNDLE_DAMAGED));
    }
  }

  @Test
  void moreFilesThanAreReadAreRefused() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i <= ZipDirectory.MOST_ITEMS; i++) {
        zip.putNextEntry(new ZipEntry("f" + i));
      }
    }
    assertThat(code(out.toByteArray())).isEqualTo(Code.BUNDLE_TOO_LARGE);
  }

  @Test
  void filesThatShareBytesOrHideThemAreRefused() throws IOException {
    byte[] two = zip("aaa.txt", "x", "bbb.txt", "y");
    byte[] overlapping =
        edited(
            two, bytes -> bytes.putInt(central(bytes, 1) + 42, bytes.getInt(central(bytes) + 42)));
    assertThat(code(overlapping)).isEqualTo(Code.BUNDLE_MALFORMED);
    byte[] before = new byte[two.length + 9];
    System.arraycopy(two, 0, before, 9, two.length);
    assertThat(code(before)).isEqualTo(Code.BUNDLE_MALFORMED);
    assertThat(code(Arrays.copyOf(two, two.length + 3))).isEqualTo(Code.BUNDLE_MALFORMED);
    assertThat(code("PK\u0003\u0004".getBytes(UTF_8))).isEqualTo(Code.BUNDLE_MALFORMED);
    assertThat(code(new byte[0])).isEqualTo(Code.BUNDLE_MALFORMED);
  }

  @Test
  void twoHeadersThatSayTwoThingsAreRefused() throws IOException {
    byte[] plain = stored(PAGE, "words");
    for (int at : new int[] {6, 8, 14, 18, 22, 30}) {
      byte[] other = edited(plain, bytes -> bytes.put(at, (byte) (bytes.get(at) ^ 2)));
      assertThat(code(other)).as("byte " + at).isIn(Code.BUNDLE_MALFORMED, Code.BUNDLE_UNSAFE);
    }
  }

  @Test
  void everyCutAndEveryChangedByteEndsInFindings() throws IOException {
    byte[] zip = zip(PAGE, "words ".repeat(20), "manifest.json", "{}");
    Path file = folder.resolve("cut.zip");
    for (int end = 0; end < zip.length; end++) {
      Files.write(file, Arrays.copyOf(zip, end));
      assertThat(Verifier.verify(file, null, SampleSite.NOW).exitCode())
          .as("cut at " + end)
          .isIn(20, 64);
    }
    for (int at = 0; at < zip.length; at++) {
      byte[] other = zip.clone();
      other[at] ^= (byte) 0x80;
      Files.write(file, other);
      assertThat(Verifier.verify(file, null, SampleSite.NOW).exitCode())
          .as("byte " + at)
          .isIn(20, 64);
    }
  }

  @Test
  void aZipWithoutAVersionIsNothingToVerify() throws IOException {
    Path file = Files.write(folder.resolve("other.zip"), zip("readme.txt", "x"));
    Report report = Verifier.verify(file, null, SampleSite.NOW);
    assertThat(report.exitCode()).isEqualTo(Report.EXIT_USAGE);
    assertThat(VerifierTest.codes(report)).contains(Code.TARGET_NOTHING);
  }

  private Code code(byte[] zip) throws IOException {
    Path file = Files.write(folder.resolve("bad.zip"), zip);
    Report report = Verifier.verify(file, null, SampleSite.NOW);
    assertThat(report.exitCode()).as(report.text()).isEqualTo(20);
    assertThat(report.findings()).as(report.text()).hasSize(1);
    return report.findings().getFirst().code();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static byte[] stored(String name, String text) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(UTF_8);
    var checksum = new java.util.zip.CRC32();
    checksum.update(bytes);
    try (var zip = new ZipOutputStream(out)) {
      var entry = new ZipEntry(name);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(checksum.getValue());
      zip.putNextEntry(entry);
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] folders() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String folder : new String[] {"briefs/", "briefs/a/", "briefs/a/v1/"}) {
        zip.putNextEntry(new ZipEntry(folder));
      }
      zip.putNextEntry(new ZipEntry(PAGE));
      zip.write("words".getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] changed(byte[] zip, int offset, int attributes) {
    return edited(
        zip,
        bytes -> {
          bytes.put(central(bytes) + 5, (byte) 3);
          bytes.putInt(central(bytes) + offset, attributes);
        });
  }

  private static byte[] edited(byte[] zip, Consumer<ByteBuffer> edit) {
    ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
    edit.accept(bytes);
    return bytes.array();
  }

  private static byte[] replaced(byte[] zip, String name, String other) {
    byte[] changed = zip.clone();
    byte[] from = name.getBytes(UTF_8);
    for (int i = 0; i + from.length <= changed.length; i++) {
      if (Arrays.equals(changed, i, i + from.length, from, 0, from.length)) {
        System.arraycopy(other.getBytes(UTF_8), 0, changed, i, from.length);
      }
    }
    return changed;
  }

  private static int central(ByteBuffer zip) {
    return zip.getInt(zip.limit() - 6);
  }

  private static int central(ByteBuffer zip, int index) {
    int at = central(zip);
    for (int i = 0; i < index; i++) {
      at += 46 + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
    }
    return at;
  }
}
