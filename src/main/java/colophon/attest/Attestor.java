package colophon.attest;

import colophon.edition.Artefact;
import colophon.edition.Edition;
import colophon.edition.Imprint;
import colophon.edition.VersionPlan;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.provenance.AttestationLeaf;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.Statement;
import colophon.provenance.StatementSigner;
import java.nio.charset.StandardCharsets;
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

  private final @Nullable StatementSigner signer;
  private final LogStore log;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  /**
   * @param signer null where there is no key: what was attested can then be read, nothing can be
   *     signed
   */
  public Attestor(
      @Nullable StatementSigner signer, LogStore log, JdbcClient jdbc, InstantSource clock) {
    this.signer = signer;
    this.log = log;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Assembles and signs the record of an edition. Keeps nothing. */
  public Prepared prepare(Edition edition, Imprint imprint, Circumstances circumstances) {
    ProvenanceRecord record = RecordAssembler.assemble(edition, imprint, circumstances);
    return new Prepared(edition, record, Statement.of(record).sign(signer()));
  }

  private StatementSigner signer() {
    if (signer == null) {
      throw new IllegalStateException("a newsroom without keys was asked to sign");
    }
    return signer;
  }

  /**
   * Keeps record, files and log entry, inside the caller's transaction. A version that was attested
   * before stays as it is.
   */
  public void append(Prepared prepared) {
    VersionPlan plan = prepared.edition().plan();
    // The lock comes before the look: of two that attest one version, the second finds the first's.
    log.lockHead();
    if (find(plan).isPresent()) {
      return;
    }
    Envelope envelope = prepared.envelope();
    long index = log.append(AttestationLeaf.of(envelope, signer().key()));
    jdbc.sql(
            """
            insert into attestation (brief_id, version, record_digest, record, envelope, epoch,
                                     entry_index, attested_at)
            values (:brief, :version, :digest, :record, :envelope, :epoch, :index, :now)
            """)
        .param("brief", plan.briefId())
        .param("version", plan.version())
        .param("digest", prepared.record().digest().toString())
        .param("record", prepared.record().bytes())
        .param("envelope", envelope.bytes())
        .param("epoch", log.epoch())
        .param("index", index)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    int position = 0;
    for (Artefact artefact : prepared.edition().artefacts()) {
      jdbc.sql(
              """
              insert into artefact (brief_id, version, position, name, media_type, digest, body)
              values (:brief, :version, :position, :name, :type, :digest, :body)
              """)
          .param("brief", plan.briefId())
          .param("version", plan.version())
          .param("position", position++)
          .param("name", artefact.name())
          .param("type", artefact.mediaType())
          .param("digest", artefact.digest().toString())
          .param("body", artefact.bytes())
          .update();
    }
  }

  /** The log as files for static hosting. */
  public LogTiles tiles() {
    return new LogTiles(log);
  }

  /** Signs the log's tree where it has grown, inside the caller's transaction. */
  public void checkpoint() {
    log.checkpoint();
  }

  /** What the log holds of a version. */
  public Optional<Attested> find(VersionPlan plan) {
    return jdbc.sql(
            """
            select record, envelope, entry_index from attestation
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
                row.getLong("entry_index")))
        .optional();
  }

  /**
   * The public keys a reader checks our files with, as the site offers them. Whoever wants more
   * than "intact" gets them from elsewhere. Empty where there are none at hand.
   */
  public Optional<byte[]> publicKeys() {
    if (signer == null) {
      return Optional.empty();
    }
    return Optional.of(
        CanonicalJson.bytes(
            Json.object(
                "keys",
                Json.array(
                    List.of(
                        key("manifest", signer.key().algorithm().name(), signer.key().spki()),
                        key("log", "ED25519", log.publicKey().getEncoded()))),
                "origin",
                Json.of(log.origin()))));
  }

  private static Json key(String use, String algorithm, byte[] spki) {
    return Json.object(
        "keyId",
        Json.of(Digest.of(spki).hex()),
        "use",
        Json.of(use),
        "algorithm",
        Json.of(algorithm),
        "publicKey",
        Json.of(java.util.Base64.getEncoder().encodeToString(spki)));
  }

  /**
   * The signed status of a brief, a DSSE envelope as JSON. The same status is signed once.
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
            values (:brief, :digest, :envelope, :now) on conflict do nothing
            """)
        .param("brief", status.briefId())
        .param("digest", digest.toString())
        .param("envelope", envelope(status))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return signed(status.briefId(), digest).orElseThrow();
  }

  private byte[] envelope(BriefStatus status) throws KeysUnusableException {
    if (signer == null) {
      throw unsigned("there is none at hand");
    }
    try {
      return Envelope.sign(BriefStatus.PAYLOAD_TYPE, status.bytes(), signer).bytes();
    } catch (IllegalStateException e) {
      throw unsigned(String.valueOf(e.getMessage()));
    }
  }

  private static KeysUnusableException unsigned(String why) {
    return new KeysUnusableException(
        "The brief's new status could not be signed, since the signing key cannot be used ("
            + why
            + "). Restore the newsroom's keys folder; the next start signs it.");
  }

  private Optional<byte[]> signed(String briefId, Digest digest) {
    return jdbc.sql(
            "select envelope from signed_status where brief_id = :brief and digest = :digest")
        .param("brief", briefId)
        .param("digest", digest.toString())
        .query(byte[].class)
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

  /**
   * Every file of the version's folder by its name: the artefacts, and what proves them. A
   * checkpoint must cover the version's log entry.
   */
  public SortedMap<String, byte[]> files(Attested attested) {
    var files = new TreeMap<String, byte[]>();
    attested.artefacts().forEach(artefact -> files.put(artefact.name(), artefact.bytes()));
    files.put("record.json", attested.record());
    files.put("attestation.dsse.json", attested.envelope());
    files.put(
        "record.tlog-proof",
        log.proof(attested.entryIndex()).format().getBytes(StandardCharsets.UTF_8));
    return files;
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
