package colophon.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command given to the real command line, in this process, and what came of it. */
record Console(int code, String out, String err) {

  static Console run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Colophon.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), arguments)
            .execute(arguments);
    return new Console(code, out.toString(), err.toString());
  }

  /** What a person sees, wherever it was printed. */
  String text() {
    return out + err;
  }
}
