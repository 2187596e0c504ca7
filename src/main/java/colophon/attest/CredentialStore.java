package colophon.attest;

import colophon.c2pa.C2paFormatException;
import colophon.c2pa.ManifestStore;
import colophon.c2pa.SigningCredential;
import colophon.edition.VersionPlan;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedArtefact;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The content credentials of versions: signed once, kept, and never signed anew. */
final class CredentialStore {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  CredentialStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Signs the credentials of a version that has none yet. Nothing is kept, and the authority for
   * time stamps may be asked, so this is no work for a transaction.
   *
   * @param origin the log that holds the version
   * @return the new ones by their file names
   * @throws TimeStampException where an authority is configured and no time stamp came
   */
  SortedMap<String, byte[]> sign(
      Attested attested, String origin, SigningCredential credential, TimeStamps stamps)
      throws TimeStampException {
    SortedMap<String, byte[]> kept = of(attested.plan());
    var signed = new TreeMap<String, byte[]>();
    Map<String, byte[]> bodies = new HashMap<>();
    attested.artefacts().forEach(artefact -> bodies.put(artefact.name(), artefact.bytes()));
    ProvenanceRecord record = record(attested);
    for (RecordedArtefact artefact : record.brief().artefacts()) {
      String name = artefact.name() + ManifestStore.FILE_ENDING;
      byte[] body = bodies.get(artefact.name());
      if (body != null && !kept.containsKey(name)) {
        ManifestStore store =
            ManifestStore.sign(
                CredentialContent.of(record, artefact, origin, attested.entryIndex()),
                body,
                credential);
        signed.put(name, stamps.asks() ? stamped(store, stamps) : store.bytes());
      }
    }
    return signed;
  }

  private static byte[] stamped(ManifestStore store, TimeStamps stamps) throws TimeStampException {
    try {
      return store.withTimeStamp(stamps.stamp(store.timeStampMessage())).bytes();
    } catch (C2paFormatException e) {
      throw new TimeStampException("the authority's token cannot be read (" + e.getMessage() + ")");
    }
  }

  /** Keeps credentials, all or none; those that were kept before stay as they are. */
  void keep(VersionPlan plan, SortedMap<String, byte[]> signed) {
    if (signed.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into credential (brief_id, version, name, body, signed_at)
            select :brief, :version, c.name, c.body, :now
            from unnest(cast(:names as text[]), cast(:bodies as bytea[])) as c (name, body)
            on conflict do nothing
            """)
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .param("names", signed.keySet().toArray(String[]::new))
        .param("bodies", signed.values().toArray(byte[][]::new))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** The credentials kept of a version, by their file names. */
  SortedMap<String, byte[]> of(VersionPlan plan) {
    var stores = new TreeMap<String, byte[]>();
    jdbc.sql("select name, body from credential where brief_id = :brief and version = :version")
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .query((row, n) -> stores.put(row.getString("name"), row.getBytes("body")))
        .list();
    return stores;
  }

  private static ProvenanceRecord record(Attested attested) {
    try {
      return ProvenanceRecord.parse(attested.record());
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a logged record is damaged: " + e.getMessage(), e);
    }
  }
}
