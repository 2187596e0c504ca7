package colophon.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/** How a command line answers what it does not understand, and what goes wrong: one sentence. */
final class Answers {

  private Answers() {}

  /**
   * Sets the outputs and the answers of a command line.
   *
   * @param details whether the person asked for the technical details of a failure
   */
  static CommandLine give(
      CommandLine line, PrintWriter out, PrintWriter err, BooleanSupplier details) {
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler((e, given) -> {
      err.println(e.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
      err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
      return ExitCode.USAGE;
    });
    line.setExecutionExceptionHandler((e, command, parsed) -> {
      if (details.getAsBoolean()) {
        e.printStackTrace(err);
      }
      if (e instanceof CommandFailure failure) {
        err.println(failure.getMessage());
        return failure.exitCode();
      }
      err.println(
          "Something went wrong that Colophon did not expect: "
              + firstLine(e)
              + " Please report it, with what --debug adds.");
      return ExitCode.INTERNAL;
    });
    return line;
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName() + "."
        : message.lines().findFirst().orElse("") + ".";
  }
}
