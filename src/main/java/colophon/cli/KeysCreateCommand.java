package colophon.cli;

import colophon.attest.KeyFolder;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the keys before the first start. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the first keys, for a trial, as the first start would: one for statements and content",
      "credentials, one for the log. Where there are keys, nothing is changed."
    })
final class KeysCreateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    KeyFolder keys = KeyText.open(places);
    out.println(
        keys.madeNow()
            ? "Made keys in " + keys.folder() + "."
            : "There are keys in " + keys.folder() + "; nothing was changed.");
    KeyText.list(keys, out);
    return ExitCode.DONE;
  }
}
