package colophon.publication;

import colophon.attest.Attestor;
import colophon.attest.Checkpoints;
import colophon.attest.Circumstances;
import colophon.attest.KeptCheckpoint;
import colophon.attest.KeyChanges;
import colophon.attest.KeyFolder;
import colophon.attest.KeysUnusableException;
import colophon.attest.LogStore;
import colophon.attest.ManifestKey;
import colophon.attest.TimeStampAuthority;
import colophon.database.TestDatabase;
import colophon.edition.EditionPress;
import colophon.edition.PublishableBriefs;
import colophon.edition.VersionPlan;
import colophon.kernel.Digest;
import colophon.provenance.RecordedRun;
import colophon.provenance.StatementKey;
import colophon.provenance.StatementSigner;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A publisher with its own database, keys, log and site, and a clock that ticks at each look. */
final class PublicationDesk implements AutoCloseable {

  static final String HARBOUR = "b-00000000000000aa";
  static final String FERRY = "b-00000000000000bb";

  final TestDatabase database = TestDatabase.fresh();
  final Path site;
  final PublicationStore store;
  LogStore log;
  final KeptCheckpoint kept;

  /** Who is asked to cosign. */
  List<WitnessAddress> witnesses = List.of();

  private final KeyFolder keys;

  /** Who stamps the time of credentials; nobody, unless a test says so. */
  TimeStampAuthority stamps = TimeStampAuthority.NONE;

  private final TransactionTemplate transaction;
  private final InstantSource clock;

  PublicationDesk(Path folder) throws Exception {
    this(folder, Instant.parse("2026-05-07T13:00:00Z"));
  }

  /** One that works at another time: readers of others judge certificates by the day they run. */
  PublicationDesk(Path folder, Instant now) throws Exception {
    site = folder.resolve("site");
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
    var seconds = new AtomicLong();
    clock = () -> now.plusSeconds(seconds.getAndIncrement());
    keys = KeyFolder.open(folder.resolve("keys"), clock);
    store = new PublicationStore(database.jdbc(), clock);
    log =
        LogStore.open(
            database.jdbc(),
            new NoteSigner(
                NoteKey.ofLog("harbour-desk.example/log", keys.log().getPublic()),
                keys.log().getPrivate()),
            clock);
    kept = new KeptCheckpoint(folder.resolve(KeptCheckpoint.FILE));
  }

  /**
   * Goes on with a new log key in a log of another name, as an operator does who lost the first.
   */
  void beginEpoch() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    log =
        LogStore.beginEpoch(
            database.jdbc(),
            new NoteSigner(
                NoteKey.ofLog("harbour-desk.example/log-2", pair.getPublic()), pair.getPrivate()),
            clock);
    Files.writeString(
        keys.folder().resolve("log-2.pub"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
  }

  /** The key that checks the log's checkpoints. */
  NoteKey logKey() {
    return NoteKey.ofLog(log.origin(), keys.log().getPublic());
  }

  Publisher publisher() {
    return publisher(StepWatcher.NONE);
  }

  Publisher publisher(StepWatcher watcher) {
    return publisher(site, attestor(signer()), null, watcher);
  }

  Publisher publisher(ReleaseCheck check) {
    return publisher(site, attestor(signer()), check, StepWatcher.NONE);
  }

  /** One that publishes to another folder. */
  Publisher publisher(Path otherSite) {
    return publisher(otherSite, attestor(signer()), null, StepWatcher.NONE);
  }

  /** One that has no key to sign with. */
  Publisher withoutKey() {
    return publisher(site, attestor(null), null, StepWatcher.NONE);
  }

  /** One whose key fails when it is used. */
  Publisher withFailingKey() throws Exception {
    ManifestKey good = signer();
    var failing =
        new StatementSigner(StatementKey.of(keys.statement().getPublic()), keys.log().getPrivate());
    var key = new ManifestKey(failing, good.credential(), good.register(), good.anchors());
    return publisher(site, attestor(key), null, StepWatcher.NONE);
  }

  private ManifestKey signer() {
    try {
      return ManifestKey.open(KeyFolder.open(keys.folder(), clock), "Harbour Desk", clock);
    } catch (KeysUnusableException e) {
      throw new AssertionError(e);
    }
  }

  /** Changes to the keys; a publisher made afterwards signs with the new ones. */
  KeyChanges keyChanges() {
    return new KeyChanges(keys.folder(), clock);
  }

  private Attestor attestor(@Nullable ManifestKey key) {
    return new Attestor(key, log, stamps, database.jdbc(), clock);
  }

  private Publisher publisher(
      Path folder, Attestor attestor, @Nullable ReleaseCheck check, StepWatcher watcher) {
    var checkpoints = new Checkpoints(log, kept, transaction);
    return new Publisher(
        store,
        attestor,
        new EditionPress(),
        check == null ? new VerifierCheck(attestor, clock) : check,
        SiteChannel.at(folder, store, attestor, transaction, database.jdbc()),
        checkpoints,
        new Cosigning(checkpoints, witnesses, Duration.ofSeconds(20)),
        transaction,
        watcher);
  }

  /** The order to publish a draft as the next version of a brief. */
  static PublicationOrder order(String briefId, String draftId, String headline) {
    return order(briefId, PublishableBriefs.piece(draftId, headline), VersionPlan.Kind.UPDATE);
  }

  static PublicationOrder order(
      String briefId, PublishableBriefs.Piece piece, VersionPlan.Kind kind) {
    return new PublicationOrder(
        piece.approved(),
        piece.dossier(),
        briefId,
        kind,
        "The opening hours have changed.",
        "samples",
        PublishableBriefs.imprint(),
        PublishableBriefs.label(),
        new Circumstances(
            new RecordedRun(
                "r-0123456789abcdef",
                "samples",
                Digest.ofText("a definition"),
                null,
                "2026-05-07T15:00+02:00",
                "command line",
                Instant.parse("2026-05-07T12:59:00Z"),
                "Colophon",
                "0.1.0",
                "test",
                "grounder/1"),
            piece.snapshots(),
            null,
            "USD"));
  }

  /** The keys folder, as somebody has it who got it from the newsroom. */
  Path keys() {
    return keys.folder();
  }

  Report verified() {
    return Verifier.verify(site, keys.folder(), clock.instant());
  }

  int count(String sql) {
    return database.jdbc().sql(sql).query(Integer.class).single();
  }

  /** What the signed status of a brief says. */
  String status(String slug) throws IOException {
    String envelope = text("briefs/" + slug + "/status.dsse.json");
    String payload = envelope.replaceFirst("(?s).*\"payload\":\"([^\"]+)\".*", "$1");
    return new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
  }

  String text(String place) throws IOException {
    return Files.readString(site.resolve(place));
  }

  /** Every file below a folder, as text by its place. */
  static SortedMap<String, String> files(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    if (Files.isDirectory(folder)) {
      try (var paths = Files.walk(folder)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          // The log's tiles are no text; one byte a character compares them all the same.
          files.put(
              folder.relativize(path).toString(),
              new String(
                  Files.readAllBytes(path),
                  folder.relativize(path).toString().startsWith("log")
                      ? StandardCharsets.ISO_8859_1
                      : StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }

  @Override
  public void close() {
    database.close();
  }
}
