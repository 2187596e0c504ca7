package colophon.fuzz;

import java.util.List;
import java.util.function.Supplier;

/**
 * A reader that is given anything.
 *
 * @param name short, as the command line takes it
 * @param seeds sound inputs, made by the project's own writers
 * @param reader ends by itself, or in an exception where the reader under test did something else
 *     than read or refuse with its own checked exception
 */
public record FuzzTarget(String name, Supplier<List<byte[]>> seeds, Reader reader) {

  /** Reads one input. */
  @FunctionalInterface
  public interface Reader {
    void read(byte[] input) throws Exception;
  }

  /** Ends in a failure where something that must hold does not. */
  public static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("does not hold: " + what);
    }
  }
}
