package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JumbfReaderTest {

  @Test
  void whatIsWrittenIsReadTheSame() throws C2paFormatException {
    Jumbf.Superbox leaf = Jumbf.Superbox.ofCbor("cbor", "sample.leaf", new byte[] {(byte) 0xF6});
    Jumbf.Superbox tree = Jumbf.Superbox.of("c2pa", "sample ünïcode", List.of(leaf, leaf("b")));
    Jumbf.Superbox read = JumbfReader.read(tree.bytes());
    assertThat(read.bytes()).isEqualTo(tree.bytes());
    assertThat(read.type()).isEqualTo("c2pa");
    assertThat(read.label()).isEqualTo("sample ünïcode");
    assertThat(read.superboxes()).extracting(Jumbf.Superbox::label).contains("sample.leaf", "b");
    assertThat(read.superboxes().getFirst().cbor()).containsExactly(0xF6);
    assertThat(read.superboxes().getFirst().content()).isEqualTo(leaf.content());
  }

  @Test
  void everyTruncationAndEveryAdditionIsRefused() {
    byte[] bytes = Jumbf.Superbox.of("c2pa", "c2pa", List.of(leaf("a"), leaf("b"))).bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> JumbfReader.read(cut)).isInstanceOf(C2paFormatException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> JumbfReader.read(longer))
        .hasMessageContaining("1 more bytes after it");
  }

  /** 0 means "to the end", 1 a length of 64 bits; the others overlap what is around. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 10_000, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
  void lengthsThatDoNotAddUpAreRefused(int length) {
    byte[] bytes = Jumbf.Superbox.of("c2pa", "c2pa", List.of(leaf("a"))).bytes();
    int child = bytes.length - leaf("a").bytes().length;
    ByteBuffer.wrap(bytes).putInt(child, length);
    assertThatThrownBy(() -> JumbfReader.read(bytes))
        .isInstanceOf(C2paFormatException.class)
        .hasMessageContaining("expected a box of 8 to ")
        .hasMessageEndingWith("at byte " + child + " of the manifest store");
  }

  @Test
  void twoBoxesSideBySideDoNotShareALabel() {
    byte[] bytes = Jumbf.Superbox.of("c2pa", "c2pa", List.of(leaf("a"), leaf("a"))).bytes();
    assertThatThrownBy(() -> JumbfReader.read(bytes)).hasMessageContaining("\"a\" twice");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0x02, 0x07, 0x0B, 0x23, 0xFF})
  void otherTogglesAreRefused(int toggles) {
    byte[] bytes = leaf("a").bytes();
    bytes[8 + 8 + 16] = (byte) toggles;
    assertThatThrownBy(() -> JumbfReader.read(bytes))
        .hasMessageContaining("expected toggles 3 (a label, requestable)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a;b", "a?b", "a#b", "a\nb", "a\u0085b", "a\uFEFFb"})
  void labelsThatCannotBePointedToAreRefused(String label) {
    byte[] bytes = leaf(label).bytes();
    assertThatThrownBy(() -> JumbfReader.read(bytes)).hasMessageContaining("label");
  }

  @Test
  void aLongLabelIsRefused() throws C2paFormatException {
    JumbfReader.read(leaf("x".repeat(JumbfReader.MOST_LABEL)).bytes());
    byte[] bytes = leaf("x".repeat(JumbfReader.MOST_LABEL + 1)).bytes();
    assertThatThrownBy(() -> JumbfReader.read(bytes)).hasMessageContaining("1 to 255 bytes");
  }

  @Test
  void aSaltIsReadAndNothingElseInItsPlace() throws C2paFormatException {
    assertThat(JumbfReader.read(salted("c2sh", 16)).label()).isEqualTo("a");
    assertThat(JumbfReader.read(salted("c2sh", 32)).label()).isEqualTo("a");
    for (byte[] wrong : List.of(salted("c2sh", 15), salted("free", 16), salted("c2sh", 0))) {
      assertThatThrownBy(() -> JumbfReader.read(wrong)).hasMessageContaining("a salt");
    }
  }

  @Test
  void depthNumberAndSizeAreLimited() {
    Jumbf.Superbox deep = leaf("a");
    for (int i = 0; i < JumbfReader.MOST_DEPTH; i++) {
      deep = Jumbf.Superbox.of("c2pa", "c2pa", List.of(deep));
    }
    byte[] deeper = deep.bytes();
    assertThatThrownBy(() -> JumbfReader.read(deeper)).hasMessageContaining("at most 8 deep");

    List<Jumbf> many = new ArrayList<>();
    IntStream.rangeClosed(0, JumbfReader.MOST_BOXES)
        .forEach(i -> many.add(new Jumbf.Content("free", new byte[0])));
    byte[] crowded = Jumbf.Superbox.of("c2pa", "c2pa", many).bytes();
    assertThatThrownBy(() -> JumbfReader.read(crowded)).hasMessageContaining("at most 2048 boxes");

    byte[] large = new byte[JumbfReader.MOST_BYTES + 1];
    assertThatThrownBy(() -> JumbfReader.read(large)).hasMessageContaining("at most 4194304 bytes");
  }

  private static Jumbf.Superbox leaf(String label) {
    return Jumbf.Superbox.ofCbor("cbor", label, new byte[] {(byte) 0xF6});
  }

  private static byte[] salted(String type, int length) {
    var description = new ByteArrayOutputStream();
    description.writeBytes("cbor".getBytes(StandardCharsets.US_ASCII));
    description.writeBytes(HexFormat.of().parseHex(Jumbf.UUID_END));
    description.write(0x13);
    description.write('a');
    description.write(0);
    description.writeBytes(new Jumbf.Content(type, new byte[length]).bytes());
    byte[] jumd = new Jumbf.Content("jumd", description.toByteArray()).bytes();
    return new Jumbf.Content("jumb", jumd).bytes();
  }
}
