package colophon.cli;

import colophon.attest.KeysUnusableException;
import colophon.verify.PublishedKey;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes a new key that signs from now on. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a new key for statements and content credentials, which signs from the next start on.",
      "What the old ones signed stays verifiable: they remain among the public keys."
    })
final class KeysRotateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Override
  public Integer call() {
    KeyText.existing(places);
    try {
      PublishedKey key = KeyText.changes(places).rotate();
      PrintWriter out = spec.commandLine().getOut();
      out.println("The key " + key.keyId() + " signs from now on.");
      out.println("Give readers the new public keys: " + KeyText.folder(places) + "/keys.json.");
      out.println(KeyText.NEXT_START);
      return ExitCode.DONE;
    } catch (KeysUnusableException e) {
      throw new CommandFailure(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
    }
  }
}
