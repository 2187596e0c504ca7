package colophon.attest;

import colophon.kernel.Digest;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.Tombstone;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs and keeps what stands in the place of erased bytes. Rows are only ever added. */
public final class TombstoneStore {

  private final Attestor attestor;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  public TombstoneStore(Attestor attestor, JdbcClient jdbc, InstantSource clock) {
    this.attestor = attestor;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Signs a tombstone and keeps it, inside the caller's transaction, in which the bytes go too.
   *
   * @throws KeysUnusableException where it cannot be signed; nothing may be erased then
   */
  public void keep(Tombstone tombstone) throws KeysUnusableException {
    insert(tombstone);
  }

  private byte[] insert(Tombstone tombstone) throws KeysUnusableException {
    byte[] envelope = attestor.sign(tombstone);
    long id =
        jdbc.sql("insert into tombstone (envelope, kept_at) values (:envelope, :now) returning id")
            .param("envelope", envelope)
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into tombstone_digest (digest, tombstone_id)
            select distinct d, :id from unnest(cast(:digests as text[])) d
            """)
        .param("id", id)
        .param("digests", tombstone.digests().stream().map(Digest::toString).toArray(String[]::new))
        .update();
    return envelope;
  }

  /**
   * The signed tombstone of bytes with that digest, the latest where there are several. Where the
   * key that signed it was revoked since, it is signed again.
   */
  public Optional<byte[]> envelope(Digest erased) {
    Optional<byte[]> kept =
        jdbc.sql(
                """
                select t.envelope from tombstone t join tombstone_digest d on d.tombstone_id = t.id
                where d.digest = :digest order by t.id desc limit 1
                """)
            .param("digest", erased.toString())
            .query(byte[].class)
            .optional();
    if (kept.isEmpty() || !attestor.signedByRevoked(kept.get())) {
      return kept;
    }
    try {
      return Optional.of(insert(read(kept.get())));
    } catch (KeysUnusableException e) {
      // Without a key it stays as it is; who reads it is told that its key was revoked.
      return kept;
    }
  }

  /** What the tombstone of bytes with that digest says. */
  public Optional<Tombstone> find(Digest erased) {
    return envelope(erased).map(TombstoneStore::read);
  }

  private static Tombstone read(byte[] envelope) {
    try {
      return Tombstone.parse(Envelope.parse(envelope).payload());
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a kept tombstone is damaged: " + e.getMessage(), e);
    }
  }
}
