package colophon.witness;

import colophon.provenance.ProvenanceFormatException;
import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import colophon.verify.PublishedKey;
import colophon.verify.TrustRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of the logs a witness is to know: a key file, such as the {@code trust/keys.json} of a
 * site, or verifier keys {@code NAME+ID+BASE64}, one a line.
 */
public final class LogKeys {

  private LogKeys() {}

  /** Reads a file; it must hold a log's key with the log's name. */
  public static List<NoteKey> read(Path file) throws WitnessFolderException {
    try {
      if (Files.size(file) > TrustRoot.MOST_BYTES) {
        throw new LogFormatException("it is larger than any key file");
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8).strip();
      List<NoteKey> keys = text.startsWith("{") ? published(bytes) : lines(text);
      if (keys.isEmpty()) {
        throw new LogFormatException(
            "it names no log with its key; a newsroom's own keys folder does not, its site's"
                + " trust/keys.json does");
      }
      return keys;
    } catch (IOException | LogFormatException | ProvenanceFormatException e) {
      throw new WitnessFolderException(
          "The log's key in "
              + file
              + " cannot be used ("
              + (e instanceof IOException ? e.getClass().getSimpleName() : e.getMessage())
              + "). Give the log's keys.json, or a file with its verifier key NAME+ID+BASE64.");
    }
  }

  private static List<NoteKey> published(byte[] bytes) throws ProvenanceFormatException {
    var keys = new ArrayList<NoteKey>();
    for (PublishedKey key : TrustRoot.parse(bytes).keys()) {
      String name = key.name();
      if (key.use() == PublishedKey.Use.LOG && name != null && NoteKey.mayBeNamed(name)) {
        keys.add(NoteKey.ofLog(name, key.key().publicKey()));
      }
    }
    return keys;
  }

  private static List<NoteKey> lines(String text) throws LogFormatException {
    var keys = new ArrayList<NoteKey>();
    for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
      NoteKey key = NoteKey.parse(line.strip());
      if (key.type() != NoteKey.Type.NOTE) {
        throw new LogFormatException("expected a log's key, found a witness's: " + key.name());
      }
      keys.add(key);
    }
    return keys;
  }
}
