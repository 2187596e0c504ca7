package colophon.fuzz;

/** Where Jazzer enters: hands each input to the target it was started with. */
public final class FuzzedReader {

  private static FuzzTarget.Reader reader = input -> {};

  private FuzzedReader() {}

  /** Called once, with the target's name. */
  public static void fuzzerInitialize(String[] arguments) throws Exception {
    FuzzTarget target = FuzzTargets.named(arguments[0]);
    // Classes are loaded and instrumented here, where no input is timed for it.
    for (byte[] seed : target.seeds().get()) {
      target.reader().read(seed);
    }
    reader = target.reader();
  }

  /** Called with every input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    reader.read(input);
  }
}
