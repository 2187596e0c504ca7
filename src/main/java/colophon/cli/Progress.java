package colophon.cli;

import colophon.pipeline.RunWatcher;
import colophon.pipeline.Stage;
import java.io.PrintWriter;

/**
 * Shows a run stage by stage: a bar that is drawn again on a terminal, one plain line a stage
 * elsewhere.
 */
final class Progress implements RunWatcher {

  private static final int BAR_CELLS = 24;

  private final PrintWriter out;
  private final boolean terminal;

  Progress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Whether a person looks at the output: it is a terminal and nobody asked for plain text. */
  static boolean onTerminal() {
    return System.console() != null
        && System.console().isTerminal()
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }

  @Override
  public void began(Stage stage, int total) {
    draw(stage, 0, total);
  }

  @Override
  public void progressed(Stage stage, int done, int total) {
    draw(stage, done, total);
  }

  @Override
  public void finished(Stage stage, String summary) {
    if (terminal) {
      out.print("\r\u001b[K");
    }
    out.printf("  %-8s %s%n", stage.word(), summary);
    out.flush();
  }

  @Override
  public void noticed(String sentence) {
    if (terminal) {
      out.print("\r\u001b[K");
    }
    out.println("  - " + sentence);
  }

  private void draw(Stage stage, int done, int total) {
    if (!terminal) {
      return;
    }
    int filled = total == 0 ? 0 : BAR_CELLS * done / total;
    out.printf(
        "\r\u001b[K  %-8s [%s%s] %s",
        stage.word(),
        "#".repeat(filled),
        ".".repeat(BAR_CELLS - filled),
        total == 0 ? "" : done + " of " + total);
    out.flush();
  }
}
