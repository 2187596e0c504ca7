package colophon.fuzz;

/** Where Jazzer enters: hands each input to the target it was started with. */
public final class FuzzedReader {

  private static FuzzTarget.Reader reader = input -> {};

  private FuzzedReader() {}

  /** Called once, with the target's name. */
  public static void fuzzerInitialize(String[] arguments) {
    reader = FuzzTargets.named(arguments[0]).reader();
  }

  /** Called with every input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    reader.read(input);
  }
}
