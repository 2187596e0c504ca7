package colophon.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C, or a polite kill, while a newsroom is open: the person is told where the work stands, and
 * what is open is closed, so that no database is left running. What was under way is taken up again
 * by the next run.
 */
final class Interruption implements AutoCloseable {

  private static volatile boolean underWay;

  private final Thread hook = new Thread(this::happen, "interruption");
  private @Nullable AutoCloseable open;
  private volatile @Nullable PrintWriter out;
  private volatile String sentence = "";
  private volatile int exitCode = -1;

  private Interruption() {}

  /**
   * From now on an interruption is ours to handle. Whoever opens something holds this object's
   * monitor meanwhile, so that nothing half open is left behind.
   */
  static Interruption begin() {
    var interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether the process is being stopped; what fails from then on is no news. */
  static boolean isUnderWay() {
    return underWay;
  }

  /** What is closed when it happens, instead of what was named before. */
  synchronized void closes(AutoCloseable what) {
    open = what;
  }

  /** What is said when it happens. */
  void says(PrintWriter to, String words) {
    sentence = words;
    out = to;
  }

  /** The process then ends with this code; by default with that of the signal, 130 for Ctrl-C. */
  void endsWith(int code) {
    exitCode = code;
  }

  /** Everything was closed in the ordinary way. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is stopping already, and the hook closes what is open.
    }
  }

  private void happen() {
    underWay = true;
    PrintWriter to = out;
    if (to != null) {
      to.println();
      to.println(sentence);
      to.flush();
    }
    synchronized (this) {
      AutoCloseable what = open;
      try {
        if (what != null) {
          what.close();
        }
      } catch (Exception e) {
        LoggerFactory.getLogger(Interruption.class).warn("Not everything was closed", e);
      }
    }
    if (exitCode >= 0) {
      Runtime.getRuntime().halt(exitCode);
    }
  }
}
