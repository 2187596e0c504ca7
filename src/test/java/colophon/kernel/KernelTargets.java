package colophon.kernel;

import static colophon.fuzz.FuzzTarget.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.fuzz.FuzzTarget;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The reader of JSON, under which every other format lies. */
public final class KernelTargets {

  private static final int MOST_BYTES = 1 << 20;

  private KernelTargets() {}

  public static List<FuzzTarget> all() {
    return List.of(new FuzzTarget("json", KernelTargets::seeds, KernelTargets::json));
  }

  private static List<byte[]> seeds() {
    return Stream.of(
            "{\"a\":[1,-0.5e3,true,null,\"\\u00e9\\ud83d\\ude00\"],\"b\":{}}",
            "[[[[{}]]],1e400,0.1,123456789012345678901234567890]",
            "\"\\ud83d\"",
            "{\"a\":1,\"a\":2} x")
        .map(text -> text.getBytes(UTF_8))
        .toList();
  }

  /** What was read is written canonically, and what is canonical is read as the same. */
  private static void json(byte[] input) throws JsonFormatException {
    Json read;
    try {
      read = JsonReader.read(input, MOST_BYTES);
    } catch (JsonFormatException e) {
      return;
    }
    byte[] canonical = CanonicalJson.bytes(read);
    Json again = JsonReader.read(canonical, MOST_BYTES * 8);
    require(Arrays.equals(canonical, CanonicalJson.bytes(again)), "canonical is canonical");
  }
}
