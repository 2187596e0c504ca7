package colophon.attest;

import colophon.edition.Artefact;
import colophon.edition.Edition;
import colophon.edition.Imprint;
import colophon.edition.VersionPlan;
import colophon.kernel.Digest;
import colophon.provenance.AttestationLeaf;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.SigstoreBundle;
import colophon.provenance.Statement;
import colophon.provenance.Tombstone;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.TlogProof;
import colophon.verify.Bundle;
import colophon.verify.TrustRoot;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs records and puts them into the log, together with the files they speak of. */
public final class Attestor {

  private final @Nullable ManifestKey key;
  private final LogStore log;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final TimeStamps stamps;
  private final CredentialStore credentials;

  /**
   * @param key null where there is none: what was attested can then be read, nothing can be signed
   * @param stamps who stamps the time of content credentials
   */
  public Attestor(
      @Nullable ManifestKey key,
      LogStore log,
      TimeStampAuthority stamps,
      JdbcClient jdbc,
      InstantSource clock) {
    this.key = key;
    this.stamps = new TimeStamps(stamps, new SecureRandom());
    this.log = log;
    this.jdbc = jdbc;
    this.clock = clock;
    this.credentials = new CredentialStore(jdbc, clock);
  }

  /** Assembles and signs the record of an edition. Keeps nothing. */
  public Prepared prepare(Edition edition, Imprint imprint, Circumstances circumstances) {
    ProvenanceRecord record = RecordAssembler.assemble(edition, imprint, circumstances);
    return new Prepared(edition, record, Statement.of(record).sign(key().statement()));
  }

  private ManifestKey key() {
    if (key == null) {
      throw new IllegalStateException("a newsroom without keys was asked to sign");
    }
    return key;
  }

  /**
   * Keeps record, files and log entry, inside the caller's transaction. A version that was attested
   * before stays as it is.
   */
  public void append(Prepared prepared) {
    VersionPlan plan = prepared.edition().plan();
    Envelope envelope = prepared.envelope();
    LogEntry leaf = AttestationLeaf.of(envelope, key().statement().key());
    byte[] record = prepared.record().bytes();
    var attestation =
        new LoggedAttestation(
            plan.briefId(),
            plan.version(),
            Digest.of(record),
            record,
            envelope.bytes(),
            clock.instant());
    if (keep(plan, prepared.edition().artefacts())) {
      // From here on all others wait, so everything else was made and written before.
      log.append(leaf, attestation);
    }
  }

  /**
   * Keeps the files of a version, where none are kept. Of two that attest one version, the second
   * waits here until the first has ended, and finds what it has kept.
   */
  private boolean keep(VersionPlan plan, List<Artefact> artefacts) {
    int kept =
        jdbc.sql(
                """
                insert into artefact (brief_id, version, position, name, media_type, digest, body)
                select :brief, :version, a.place - 1, a.name, a.type, a.digest, a.body
                from unnest(cast(:names as text[]), cast(:types as text[]),
                            cast(:digests as text[]), cast(:bodies as bytea[])) with ordinality
                     as a (name, type, digest, body, place)
                order by a.name
                on conflict do nothing
                """)
            .param("brief", plan.briefId())
            .param("version", plan.version())
            .param("names", artefacts.stream().map(Artefact::name).toArray(String[]::new))
            .param("types", artefacts.stream().map(Artefact::mediaType).toArray(String[]::new))
            .param(
                "digests",
                artefacts.stream().map(each -> each.digest().toString()).toArray(String[]::new))
            .param("bodies", artefacts.stream().map(Artefact::bytes).toArray(byte[][]::new))
            .update();
    if (kept != 0 && kept != artefacts.size()) {
      throw new IllegalStateException(
          "version " + plan.version() + " of " + plan.slug() + " was attested with other files");
    }
    return kept > 0;
  }

  /** The log of each epoch as files for static hosting, by its folder below the site. */
  public SortedMap<String, LogTiles> tiles() {
    var tiles = new TreeMap<String, LogTiles>();
    for (LogEpoch epoch : log.epochs()) {
      tiles.put(epoch.folder(), new LogTiles(log.inEpoch(epoch.number())));
    }
    return tiles;
  }

  /**
   * Signs the content credentials of a version's files, as far as none are kept of them. May ask
   * the authority for time stamps, so this is no work for a transaction.
   *
   * @throws TimeStampException where an authority is configured and no time stamp came
   */
  public SortedMap<String, byte[]> credentials(Attested attested) throws TimeStampException {
    return credentials.sign(
        attested, log.inEpoch(attested.epoch()).origin(), key().credential(), stamps);
  }

  /** Keeps credentials, inside the caller's transaction; those kept before stay as they are. */
  public void keep(Attested attested, SortedMap<String, byte[]> signed) {
    credentials.keep(attested.plan(), signed);
  }

  /**
   * A file of a version signed once more with its credential inside; nothing is kept of it.
   *
   * @throws TimeStampException where an authority is configured and no time stamp came
   */
  public byte[] inline(Attested attested, InlineForm form) throws TimeStampException {
    return InlineCredential.sign(
        attested, form, log.inEpoch(attested.epoch()).origin(), key().credential(), stamps);
  }

  /** What the log holds of a version. */
  public Optional<Attested> find(VersionPlan plan) {
    return jdbc.sql(
            """
            select record, envelope, epoch, entry_index from attestation
            where brief_id = :brief and version = :version
            """)
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .query((row, n) ->
            new Attested(
                plan,
                artefacts(plan),
                row.getBytes("record"),
                row.getBytes("envelope"),
                row.getInt("epoch"),
                row.getLong("entry_index")))
        .optional();
  }

  /**
   * What a reader checks our files with, by its file name in the site's folder of trust: our public
   * keys, our roots, and the log in sigstore's words. Whoever wants more than "intact" gets them
   * from elsewhere. Empty where there are no keys at hand.
   */
  public SortedMap<String, byte[]> trust() {
    return key == null ? new TreeMap<>() : TrustFolder.files(key, log);
  }

  /** Our public keys, as readers are given them; nothing where there are no keys at hand. */
  public Optional<TrustRoot> keys() {
    return Optional.ofNullable(key).map(held -> TrustFolder.keys(held.register(), log));
  }

  /**
   * The signed status of a brief, a DSSE envelope as JSON. The same status is signed once, and
   * again where the key that signed it was revoked since.
   *
   * @throws KeysUnusableException where it is to be signed and cannot be
   */
  public byte[] sign(BriefStatus status) throws KeysUnusableException {
    Digest digest = Digest.of(status.bytes());
    Optional<byte[]> kept = signed(status.briefId(), digest);
    if (kept.isPresent()) {
      return kept.get();
    }
    jdbc.sql(
            """
            insert into signed_status (brief_id, digest, envelope, signed_at)
            values (:brief, :digest, :envelope, :now)
            on conflict (brief_id, digest) do update
            set envelope = excluded.envelope, signed_at = excluded.signed_at
            """)
        .param("brief", status.briefId())
        .param("digest", digest.toString())
        .param("envelope", envelope(status))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return signed(status.briefId(), digest).orElseThrow();
  }

  /** The status of a brief that was signed last, where one was. */
  public Optional<byte[]> latestStatus(String briefId) {
    return jdbc.sql(
            "select envelope from signed_status where brief_id = :brief"
                + " order by signed_at desc limit 1")
        .param("brief", briefId)
        .query(byte[].class)
        .optional();
  }

  private byte[] envelope(BriefStatus status) throws KeysUnusableException {
    return envelope(
        BriefStatus.PAYLOAD_TYPE,
        status.bytes(),
        "The brief's new status",
        "the next start signs it");
  }

  /** The signed form of a tombstone. */
  byte[] sign(Tombstone tombstone) throws KeysUnusableException {
    return envelope(
        Tombstone.PAYLOAD_TYPE,
        tombstone.bytes(),
        "That something is erased",
        "nothing was erased");
  }

  private byte[] envelope(String type, byte[] payload, String what, String then)
      throws KeysUnusableException {
    String why = "there is none at hand";
    try {
      if (key != null) {
        return Envelope.sign(type, payload, key.statement()).bytes();
      }
    } catch (IllegalStateException e) {
      why = String.valueOf(e.getMessage());
    }
    throw new KeysUnusableException(
        what
            + " could not be signed, since the signing key cannot be used ("
            + why
            + "). Restore the newsroom's keys folder; "
            + then
            + ".");
  }

  private Optional<byte[]> signed(String briefId, Digest digest) {
    return jdbc.sql(
            "select envelope from signed_status where brief_id = :brief and digest = :digest")
        .param("brief", briefId)
        .param("digest", digest.toString())
        .query(byte[].class)
        .optional()
        .filter(envelope -> !signedByRevoked(envelope));
  }

  /** Whether a key of ours that was revoked since signed that envelope. */
  boolean signedByRevoked(byte[] envelope) {
    try {
      String keyId = Envelope.parse(envelope).keyId();
      return key != null
          && key.register().find(keyId).filter(each -> each.revoked() != null).isPresent();
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a kept envelope is damaged: " + e.getMessage(), e);
    }
  }

  /**
   * Whether a key of ours was revoked, so that what it signed and may change is to be signed anew.
   */
  public boolean hasRevokedKeys() {
    return key != null && key.register().keys().stream().anyMatch(each -> each.revoked() != null);
  }

  /** The brief that has a version with the record of this digest. */
  public Optional<String> briefOf(Digest record) {
    return jdbc.sql("select brief_id from attestation where record_digest = :digest limit 1")
        .param("digest", record.toString())
        .query(String.class)
        .optional();
  }

  /** The digest of the record of a brief's version. */
  public Optional<Digest> recordDigest(String briefId, int version) {
    return jdbc.sql(
            "select record_digest from attestation where brief_id = :brief and version = :version")
        .param("brief", briefId)
        .param("version", version)
        .query(String.class)
        .optional()
        .map(Digest::parse);
  }

  /** The record of a brief's version, its canonical bytes. */
  public Optional<byte[]> record(String briefId, int version) {
    return jdbc.sql("select record from attestation where brief_id = :brief and version = :version")
        .param("brief", briefId)
        .param("version", version)
        .query(byte[].class)
        .optional();
  }

  /**
   * Every file of the version's folder by its name: the artefacts with their credentials, and what
   * proves them. A checkpoint must cover the version's log entry.
   */
  public SortedMap<String, byte[]> files(Attested attested) {
    var files = proofs(attested);
    files.putAll(credentials.of(attested.plan()));
    attested.artefacts().forEach(artefact -> files.put(artefact.name(), artefact.bytes()));
    return files;
  }

  /** What proves a version and is no file for readers: all that is left of a withdrawn one. */
  public SortedMap<String, byte[]> proofs(Attested attested) {
    var files = new TreeMap<String, byte[]>();
    files.put(Bundle.RECORD, attested.record());
    files.put(Bundle.ATTESTATION, attested.envelope());
    LogStore holding = log.inEpoch(attested.epoch());
    TlogProof proof = holding.proof(attested.entryIndex());
    files.put(Bundle.PROOF, proof.format().getBytes(StandardCharsets.UTF_8));
    files.put(Bundle.SIGSTORE, sigstore(attested, holding, proof));
    return files;
  }

  private static byte[] sigstore(Attested attested, LogStore holding, TlogProof proof) {
    try {
      return SigstoreBundle.bytes(
          Envelope.parse(attested.envelope()), holding.entry(attested.entryIndex()), proof);
    } catch (ProvenanceFormatException | LogFormatException e) {
      throw new IllegalStateException("a logged statement is damaged: " + e.getMessage(), e);
    }
  }

  /** One file of each of these logged versions by its name, in the order of the versions. */
  public List<byte[]> bodies(List<VersionPlan> versions, String name) {
    List<byte[]> bodies =
        jdbc.sql(
                """
                select a.body
                from unnest(cast(:briefs as text[]), cast(:versions as int[])) with ordinality
                     as v (brief_id, version, place)
                join artefact a on a.brief_id = v.brief_id and a.version = v.version
                               and a.name = :name
                order by v.place
                """)
            .param("briefs", versions.stream().map(VersionPlan::briefId).toArray(String[]::new))
            .param("versions", versions.stream().mapToInt(VersionPlan::version).toArray())
            .param("name", name)
            .query((row, n) -> row.getBytes("body"))
            .list();
    if (bodies.size() != versions.size()) {
      throw new IllegalStateException("a logged version lacks " + name);
    }
    return bodies;
  }

  private List<Artefact> artefacts(VersionPlan plan) {
    return jdbc.sql(
            """
            select name, media_type, body from artefact
            where brief_id = :brief and version = :version order by position
            """)
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .query((row, n) ->
            new Artefact(row.getString("name"), row.getString("media_type"), row.getBytes("body")))
        .list();
  }
}
