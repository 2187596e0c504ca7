package colophon.cli;

import colophon.tlog.SignedNote;
import colophon.tlog.Witnessing;
import colophon.witness.LogFolder;
import colophon.witness.Witness;
import colophon.witness.WitnessFolder;
import colophon.witness.WitnessFolderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cosigns a log that lies on disk. */
@Command(
    name = "cosign",
    mixinStandardHelpOptions = true,
    description = {
      "Reads logs as they are published (a copy of SITE/log: checkpoint and tiles), proves that each",
      "continues what this witness cosigned before, and gives the cosigned checkpoint.",
      "Exit codes: 0 cosigned, 20 refused: the log was rewritten, shortened or is not known, 65 a",
      "file cannot be read, 66 no witness in the folder, 73 cannot write."
    })
final class WitnessCosignCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      description = "The witness's folder (colophon witness init).")
  private Path folder = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "LOG",
      description = "The folder of a log, such as SITE/log.")
  private List<Path> sites = List.of();

  @Option(
      names = "--log",
      required = true,
      paramLabel = "KEYFILE",
      description =
          "A log's key, obtained from its newsroom: keys.json, or a verifier key NAME+ID+BASE64."
              + " May be given more than once.")
  private List<Path> logs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the cosigned checkpoint here; without it, it is printed.")
  private @Nullable Path target;

  @Override
  public Integer call() {
    if (target != null && sites.size() > 1) {
      throw new CommandFailure(ExitCode.USAGE, "--out takes the checkpoint of one log only.");
    }
    Witness witness = WitnessServeCommand.witness(folder, logs);
    PrintWriter out = spec.commandLine().getOut();
    int worst = ExitCode.DONE;
    for (Path site : sites) {
      try {
        LogFolder log = LogFolder.open(site);
        switch (witness.add(log.since(WitnessFolder.open(folder).last(log.origin())))) {
          case Witness.Answer.Cosigned cosigned -> give(log.note().with(cosigned.signature()), out);
          case Witness.Answer.Refused refused -> {
            spec.commandLine()
                .getErr()
                .println("Not cosigned, " + site + ": " + sentence(refused.outcome()));
            worst = ExitCode.INVALID;
          }
        }
      } catch (WitnessFolderException e) {
        throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
      }
    }
    return worst;
  }

  private void give(SignedNote cosigned, PrintWriter out) {
    if (target == null) {
      out.print(cosigned.format());
      out.flush();
      return;
    }
    try {
      Files.writeString(target, cosigned.format());
      out.println("Cosigned: " + target);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.CANNOT_WRITE,
          "The cosigned checkpoint could not be written to "
              + target
              + " ("
              + Failures.why(e)
              + "); give the command again with another --out.");
    }
  }

  private static String sentence(Witnessing.Outcome outcome) {
    return switch (outcome) {
      case Witnessing.Outcome.Malformed malformed -> malformed.sentence();
      case Witnessing.Outcome.UnknownKey unknown -> unknown.sentence();
      case Witnessing.Outcome.UnknownLog unknown -> unknown.sentence();
      case Witnessing.Outcome.Stale stale -> stale.sentence();
      case Witnessing.Outcome.Forked forked -> forked.sentence();
      case Witnessing.Outcome.Unproven unproven -> unproven.sentence();
      case Witnessing.Outcome.Cosign cosign ->
          throw new IllegalStateException("a decision to cosign is no refusal");
    };
  }
}
