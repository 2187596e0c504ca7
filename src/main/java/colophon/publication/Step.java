package colophon.publication;

import java.util.Locale;

/**
 * The steps of a publication, in order. Each may be repeated and each may be the last before a
 * crash: the next start goes on from what the database holds.
 */
public enum Step {
  /** The version is decided: number, slug, time. */
  PLANNED,
  /** The artefacts are rendered and the statement is signed; nothing is kept yet. */
  SIGNED,
  /** One transaction wrote record, artefacts, log entry and outbox. */
  LOGGED,
  /** The log's checkpoint that covers the entry is signed; it is not kept outside yet. */
  CHECKPOINTED,
  /** The content credentials of its files are signed and kept. */
  CREDENTIALED,
  /** The proof is made and our own verifier found the whole intact. */
  VERIFIED,
  /** The immutable version stands on disk. */
  WRITTEN,
  /** The permalink shows the version. */
  CURRENT,
  /** Index and feeds show it. */
  LISTED,
  /** The release is written down. */
  RELEASED;

  /** The name as logs and commands show it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
