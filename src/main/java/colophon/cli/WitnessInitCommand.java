package colophon.cli;

import colophon.witness.WitnessFolder;
import colophon.witness.WitnessFolderException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a witness: its folder and its key. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the folder of a new witness, with a key of its own.",
      "Exit codes: 0 made, 73 the folder holds a witness already or cannot be written."
    })
final class WitnessInitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Where the witness keeps its key and state.")
  private Path folder = Path.of("");

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "A lasting name without spaces, such as witness.example/w1.")
  private String name = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      WitnessFolder made = WitnessFolder.make(folder, name);
      out.println("Made the witness " + name + " in " + folder + ".");
      out.println("Its verifier key, for the newsroom whose log it watches:");
      out.println("  " + made.key().format());
      out.println("Its key file, for whoever verifies (--trust): " + made.trustFile());
      out.println("Keep a copy of the folder: a witness that forgot what it cosigned is none.");
      return ExitCode.DONE;
    } catch (WitnessFolderException e) {
      throw new CommandFailure(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
    }
  }
}
