package colophon.cli;

import colophon.attest.KeyChanges;
import colophon.attest.KeyFolder;
import colophon.attest.KeysUnusableException;
import colophon.verify.PublishedKey;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** The keys of a newsroom as the commands show them. */
final class KeyText {

  static final String NEXT_START =
      "A newsroom that is running signs with the old key until it is started again; the site's"
          + " trust folder follows with the next run.";

  private KeyText() {}

  static Path folder(Places places) {
    return places.home().resolve("keys");
  }

  /** The keys that are there; a command that looks makes none. */
  static KeyFolder existing(Places places) {
    Path folder = folder(places);
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          "There are no keys in "
              + folder
              + " yet. They are made at the first start, or by colophon keys create.");
    }
    return open(places);
  }

  static KeyFolder open(Places places) {
    try {
      return KeyFolder.open(folder(places), InstantSource.system());
    } catch (KeysUnusableException e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  static KeyChanges changes(Places places) {
    return new KeyChanges(folder(places), InstantSource.system());
  }

  static void list(KeyFolder keys, PrintWriter out) {
    for (PublishedKey key : keys.register().keys()) {
      out.println(key.keyId() + "  " + key.use().word() + "  " + state(keys, key));
    }
    keys.warnings().forEach(warning -> out.println("\n" + warning));
  }

  /** What a key does now. */
  static String state(KeyFolder keys, PublishedKey key) {
    if (key.revoked() != null) {
      return "revoked as of " + key.revoked().at() + ": " + key.revoked().reason();
    }
    if (key.retired() != null) {
      return "signed until " + key.retired();
    }
    return key.use() == PublishedKey.Use.LOG
            || keys.register().signing().filter(key::equals).isPresent()
        ? "signs"
        : "known";
  }
}
