package colophon.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies published files, offline. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies published files and evidence bundles, offline.",
      "Give a file of a version, a version's folder, a site, or a bundle (a zip).",
      "Exit codes: 0 trusted, 10 valid (intact, signer not known to you), 20 invalid,",
      "64 nothing to verify, 70 our mistake."
    })
class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "A file or folder to verify.")
  private List<Path> targets = List.of();

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description =
          "Public keys that you did not get together with the files; only they make it trusted.")
  private @Nullable Path trust;

  @Option(names = "--json", description = "Print the findings as JSON, one line a target.")
  private boolean json;

  @Override
  public Integer call() {
    return new VerifierCall(targets, trust, json).run(spec.commandLine().getOut());
  }
}
