package colophon.publication;

import colophon.tlog.NoteKey;
import java.net.URI;

/**
 * A witness that the newsroom has its log cosigned by.
 *
 * @param key checks its cosignatures, and bears its name
 * @param address http or https; {@code /add-checkpoint} is asked below it
 * @param local whether the address may lead inside the newsroom's own network or machine, and to
 *     any port; without that only public addresses and the ports 80 and 443 are opened
 */
public record WitnessAddress(NoteKey key, URI address, boolean local) {

  /** The most witnesses that are asked. */
  public static final int MOST = 8;

  public WitnessAddress {
    if (key.type() != NoteKey.Type.COSIGNATURE) {
      throw new IllegalArgumentException("a witness has a key of type COSIGNATURE");
    }
  }

  /** The name under which it cosigns. */
  public String name() {
    return key.name();
  }

  /** Where a checkpoint is sent. */
  URI submission() {
    String base = address.toString();
    return URI.create(base + (base.endsWith("/") ? "" : "/") + "add-checkpoint");
  }
}
