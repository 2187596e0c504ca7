package colophon.cli;

import colophon.attest.KeysUnusableException;
import colophon.verify.PublishedKey;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a key that the newsroom brings. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a key with its certificates from a PKCS#12 file and signs with it from the next start",
      "on. The key is on the curve P-256; its certificate names the newsroom (O), may sign content",
      "credentials (extended key usage 1.3.6.1.4.1.62558.2.1) and is not self-signed.",
      "The file's password is taken from COLOPHON_KEY_PASSWORD, or asked for."
    })
final class KeysImportCommand implements Callable<Integer> {

  private static final String PASSWORD = "COLOPHON_KEY_PASSWORD";

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "FILE", description = "The PKCS#12 file (.p12, .pfx).")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(ExitCode.NOT_FOUND, "There is no file " + file + ".");
    }
    try {
      PublishedKey key = KeyText.changes(places).importFile(file, password());
      PrintWriter out = spec.commandLine().getOut();
      out.println("The key " + key.keyId() + " signs from now on.");
      out.println(
          "It lies unlocked in "
              + KeyText.folder(places)
              + ", readable by its owner alone; look after that folder as you do after the file.");
      out.println(KeyText.NEXT_START);
      return ExitCode.DONE;
    } catch (KeysUnusableException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
    }
  }

  private static char[] password() {
    String given = System.getenv(PASSWORD);
    if (given != null) {
      return given.toCharArray();
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password of the file: ");
    if (typed == null) {
      throw new CommandFailure(
          ExitCode.USAGE, "The file's password is missing. Set " + PASSWORD + ".");
    }
    return typed;
  }
}
