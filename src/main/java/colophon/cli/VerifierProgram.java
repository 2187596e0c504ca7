package colophon.cli;

import colophon.verify.Verifier;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The verifier as a program of its own: the rooms of trust and the one command, in a jar that needs
 * two small libraries, so that an auditor need not install a newsroom and it starts at once.
 */
public final class VerifierProgram {

  private VerifierProgram() {}

  /** Verifies and ends the process with the outcome's code. */
  public static void main(String[] arguments) {
    Verifier.prepare();
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(
        VerifierCall.usual(arguments)
            .map(call -> call.run(out))
            .orElseGet(() -> commandLine(out, err).execute(arguments)));
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    var command = new Verify();
    var line = new CommandLine(command);
    line.getCommandSpec().name("colophon verify");
    return Answers.give(line, out, err, () -> command.debug);
  }

  /** The command as it stands alone, with the option that the whole program has for all. */
  @Command(versionProvider = Version.class)
  private static final class Verify extends VerifyCommand {

    @Option(names = "--debug", description = "Show the technical details of a failure.")
    private boolean debug;
  }
}
