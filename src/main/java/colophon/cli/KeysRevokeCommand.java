package colophon.cli;

import colophon.attest.KeysUnusableException;
import colophon.verify.PublishedKey;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says that a key is not to be believed any more. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = {
      "Says in the public keys that a key is not to be believed any more, from a time on. What it",
      "signed then fails, unless a trusted time stamp shows that it was signed before. Where it is",
      "the key that signs, a new one is made. A revocation cannot be taken back."
    })
final class KeysRevokeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "KEY", description = "The key's id, or the first digits of it.")
  private String keyId = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Public, a few words, such as \"stolen with a laptop\".")
  private String reason = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "From when, such as 2026-05-07T15:00+02:00. Default: now.")
  private @Nullable String at;

  @Override
  public Integer call() {
    KeyText.existing(places);
    if (reason.isBlank() || keyId.length() < 6) {
      throw new CommandFailure(
          ExitCode.USAGE, "Name the key by at least six digits of its id, and give a reason.");
    }
    try {
      PublishedKey key = KeyText.changes(places).revoke(keyId, time(), reason.strip());
      PrintWriter out = spec.commandLine().getOut();
      out.println("The key " + key.keyId() + " is revoked.");
      out.println(
          "Make it known at once: give readers the new " + KeyText.folder(places) + "/keys.json.");
      out.println(KeyText.NEXT_START);
      KeyText.list(KeyText.existing(places), out);
      return ExitCode.DONE;
    } catch (KeysUnusableException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Instant time() {
    try {
      return at == null ? null : OffsetDateTime.parse(at).toInstant();
    } catch (DateTimeException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "\"" + at + "\" is no time with an offset such as 2026-05-07T15:00+02:00.");
    }
  }
}
