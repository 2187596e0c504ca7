package colophon.cli;

import colophon.attest.KeyFolder;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.verify.PublishedKey;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which keys there are and what each does. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Says which keys there are, and which of them sign.")
final class KeysListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(names = "--json", description = "Print the public keys as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    KeyFolder keys = KeyText.existing(places);
    if (json) {
      var items = new ArrayList<Json>();
      for (PublishedKey key : keys.register().keys()) {
        items.add(key.json().with("state", Json.of(KeyText.state(keys, key))));
      }
      spec.commandLine()
          .getOut()
          .println(
              CanonicalJson.text(
                  Json.object("keys", Json.array(items), "trial", Json.of(keys.isTrial()))));
    } else {
      KeyText.list(keys, spec.commandLine().getOut());
    }
    return ExitCode.DONE;
  }
}
