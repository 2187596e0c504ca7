package colophon.publication;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.attest.BriefStatus;
import colophon.attest.KeysUnusableException;
import colophon.attest.LogTiles;
import colophon.edition.Artefact;
import colophon.edition.CurrentPage;
import colophon.edition.FeedFormatException;
import colophon.edition.FeedRenderer;
import colophon.edition.Imprint;
import colophon.edition.SiteAssets;
import colophon.edition.SiteEntry;
import colophon.edition.SiteIndex;
import colophon.edition.VersionPlan;
import colophon.edition.WithdrawnPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The site folder as a channel: immutable versions by content, everything else a projection of what
 * the database holds.
 */
public final class SiteChannel {

  /** The channel's name in the database. */
  static final String NAME = "site";

  private static final String STATUS = "status.dsse.json";

  private final SiteFolder folder;
  private final PublicationStore store;
  private final Attestor attestor;
  private final ProjectionLock lock;
  private final ShownEntries entries;

  SiteChannel(SiteFolder folder, PublicationStore store, Attestor attestor, ProjectionLock lock) {
    this.folder = folder;
    this.store = store;
    this.attestor = attestor;
    this.lock = lock;
    this.entries = new ShownEntries(attestor);
  }

  /** The site below a folder, which is made where it is missing. */
  public static SiteChannel at(
      java.nio.file.Path root,
      PublicationStore store,
      Attestor attestor,
      TransactionTemplate transaction,
      org.springframework.jdbc.core.simple.JdbcClient jdbc) {
    return new SiteChannel(
        new SiteFolder(root), store, attestor, new ProjectionLock(transaction, jdbc));
  }

  /** Takes away what a process that was killed had not finished writing. */
  void sweep() throws SiteNotWritableException, KeysUnusableException {
    lock.hold(folder::sweep);
  }

  /** Shows the log as tiles, up to its newest checkpoint; those of earlier epochs too. */
  void log() throws SiteNotWritableException, KeysUnusableException {
    lock.hold(() -> {
      for (var log : attestor.tiles().entrySet()) {
        log.getValue().write(folder.read(log.getKey() + LogTiles.CHECKPOINT), shelf(log.getKey()));
      }
    });
  }

  private LogTiles.Shelf<SiteNotWritableException> shelf(String place) {
    return new LogTiles.Shelf<>() {
      @Override
      public void put(String path, byte[] bytes) throws SiteNotWritableException {
        folder.put(place + path, bytes);
      }

      @Override
      public void drop(String path) throws SiteNotWritableException {
        folder.removeTree(place + path);
      }
    };
  }

  /**
   * Writes one version, which never changes again.
   *
   * @return whether it stands there; not where the brief has been withdrawn meanwhile
   */
  boolean write(VersionPlan plan, SortedMap<String, byte[]> files)
      throws SiteNotWritableException, KeysUnusableException {
    return unlessWithdrawn(plan, () -> folder.putOnce(place(plan) + "v" + plan.version(), files));
  }

  /**
   * Shows the newest version of a brief at its permalink, with the signed status beside it.
   *
   * @return whether it does; not where the brief has been withdrawn meanwhile
   */
  boolean show(VersionPlan plan, Imprint imprint)
      throws SiteNotWritableException, KeysUnusableException {
    return unlessWithdrawn(
        plan,
        () -> {
          store.show(plan, NAME);
          project(plan.briefId(), imprint);
        });
  }

  private boolean unlessWithdrawn(VersionPlan plan, ProjectionLock.Work work)
      throws SiteNotWritableException, KeysUnusableException {
    var written = new AtomicBoolean();
    lock.hold(() -> {
      if (store.withdrawal(plan.briefId()).isEmpty()) {
        work.write();
        written.set(true);
      }
    });
    return written.get();
  }

  /** Writes front page, feeds, keys and shared files. */
  void list(Imprint imprint) throws SiteNotWritableException, KeysUnusableException {
    lock.hold(() -> {
      List<VersionPlan> listed = store.shown().newest(SiteIndex.MOST_LISTED);
      List<VersionPlan> fed = store.shown().newest(FeedRenderer.MOST_ENTRIES);
      put(SiteIndex.render(imprint, entries.of(listed)));
      try {
        put(FeedRenderer.atom(imprint, attestor.bodies(fed, FeedRenderer.ATOM_ENTRY)));
        put(FeedRenderer.json(imprint, attestor.bodies(fed, FeedRenderer.JSON_ITEM)));
      } catch (FeedFormatException e) {
        throw new IllegalStateException("a logged feed entry is damaged: " + e.getMessage(), e);
      }
      for (Artefact asset : SiteAssets.all()) {
        put(asset);
      }
      putTrust();
    });
  }

  /** Shows which keys are ours now, and signs anew what a revoked key had signed and may change. */
  void trust() throws SiteNotWritableException, KeysUnusableException {
    lock.hold(() -> {
      List<VersionPlan> current = store.current();
      if (current.isEmpty() && store.withdrawals().all().isEmpty()) {
        return;
      }
      putTrust();
      if (attestor.hasRevokedKeys()) {
        for (VersionPlan plan : current) {
          List<VersionPlan> versions = store.released(plan.briefId());
          folder.put(
              place(plan) + STATUS, status(versions, versions.getLast().publishedAt(), null));
        }
        for (Withdrawal withdrawal : store.withdrawals().all()) {
          putState(withdrawal);
        }
      }
    });
  }

  private void putTrust() throws SiteNotWritableException {
    for (var file : attestor.trust().entrySet()) {
      folder.put("trust/" + file.getKey(), file.getValue());
    }
  }

  /** Takes a brief and all its versions off the site; a notice stands where it stood. */
  void takeDown(Withdrawal withdrawal, Imprint imprint)
      throws SiteNotWritableException, KeysUnusableException {
    lock.hold(() -> {
      for (VersionPlan unseen : store.dropOutbox(withdrawal.briefId())) {
        folder.removeTree(place(unseen) + "v" + unseen.version());
      }
      List<VersionPlan> versions = store.released(withdrawal.briefId());
      if (versions.isEmpty()) {
        return;
      }
      VersionPlan last = versions.getLast();
      String language = entries.of(last).language();
      Artefact notice =
          WithdrawnPage.current(imprint, last, language, withdrawal.at(), withdrawal.reason());
      folder.put(place(last) + notice.name(), notice.bytes());
      putHistory(versions);
      for (VersionPlan version : versions) {
        folder.putOnce(
            place(version) + "v" + version.version(),
            withdrawn(version, withdrawal, imprint, language));
      }
    });
  }

  /** Takes a withdrawn brief out of lists and feeds, and off the pages of other briefs. */
  void unlist(Withdrawal withdrawal, Imprint imprint)
      throws SiteNotWritableException, KeysUnusableException {
    list(imprint);
    lock.hold(() -> {
      for (VersionPlan version : store.released(withdrawal.briefId())) {
        refreshPagesThatTease(version, imprint);
      }
    });
  }

  /** Signs that a brief is withdrawn. */
  void state(Withdrawal withdrawal) throws SiteNotWritableException, KeysUnusableException {
    lock.hold(() -> putState(withdrawal));
  }

  private void putState(Withdrawal withdrawal)
      throws SiteNotWritableException, KeysUnusableException {
    List<VersionPlan> versions = store.released(withdrawal.briefId());
    if (!versions.isEmpty()) {
      folder.put(
          place(versions.getLast()) + STATUS,
          status(versions, withdrawal.at(), withdrawal.reason()));
    }
  }

  /** What is left of a version: the notice, and the record with what proves it. */
  private SortedMap<String, byte[]> withdrawn(
      VersionPlan version, Withdrawal withdrawal, Imprint imprint, String language) {
    Attested attested = attestor.find(version).orElseThrow();
    SortedMap<String, byte[]> files = attestor.proofs(attested);
    Artefact notice =
        WithdrawnPage.version(imprint, language, withdrawal.at(), withdrawal.reason());
    files.put(notice.name(), notice.bytes());
    return files;
  }

  private void project(String briefId, Imprint imprint)
      throws SiteNotWritableException, KeysUnusableException {
    List<VersionPlan> versions = store.released(briefId);
    VersionPlan current = versions.getLast();
    folder.put(place(current) + STATUS, status(versions, current.publishedAt(), null));
    putHistory(versions);
    putPage(versions, imprint);
    if (versions.size() > 1) {
      refreshPagesThatTease(current, imprint);
    }
  }

  private void putHistory(List<VersionPlan> versions) throws SiteNotWritableException {
    folder.put(place(versions.getLast()) + BriefHistory.FILE, BriefHistory.of(versions, attestor));
  }

  private void putPage(List<VersionPlan> versions, Imprint imprint)
      throws SiteNotWritableException {
    VersionPlan current = versions.getLast();
    List<SiteEntry> earlier =
        entries.of(store.shown().before(current, RelatedBriefs.MOST_CONSIDERED));
    Artefact page =
        CurrentPage.render(
            artefact(current, "index.html"),
            versions,
            RelatedBriefs.of(entries.of(current), earlier),
            imprint);
    folder.put(place(current) + page.name(), page.bytes());
  }

  /** Writes the pages of other briefs anew that show this one's words, which have changed. */
  private void refreshPagesThatTease(VersionPlan changed, Imprint imprint)
      throws SiteNotWritableException {
    String link = "../" + changed.slug() + "/";
    for (VersionPlan other : store.current()) {
      if (!other.briefId().equals(changed.briefId())
          && folder.mentions(place(other) + "index.html", link)) {
        putPage(store.released(other.briefId()), imprint);
      }
    }
  }

  private byte[] status(List<VersionPlan> versions, Instant since, @Nullable String withdrawn)
      throws KeysUnusableException {
    var states = new ArrayList<BriefStatus.VersionStatus>();
    for (int i = 0; i < versions.size(); i++) {
      VersionPlan version = versions.get(i);
      BriefStatus.State state = state(versions, i, withdrawn != null);
      states.add(
          new BriefStatus.VersionStatus(
              version.version(),
              attestor.recordDigest(version.briefId(), version.version()).orElseThrow(),
              state));
    }
    VersionPlan current = versions.getLast();
    return attestor.sign(
        new BriefStatus(current.briefId(), current.slug().value(), states, since, withdrawn));
  }

  /** What the version at that place is today, of all that a brief has had in order. */
  static BriefStatus.State state(List<VersionPlan> versions, int i, boolean withdrawn) {
    if (withdrawn) {
      return BriefStatus.State.WITHDRAWN;
    }
    if (i == versions.size() - 1) {
      return BriefStatus.State.CURRENT;
    }
    return versions.get(i + 1).kind() == VersionPlan.Kind.CORRECTION
        ? BriefStatus.State.CORRECTED
        : BriefStatus.State.SUPERSEDED;
  }

  private Artefact artefact(VersionPlan plan, String name) {
    return attestor.find(plan).orElseThrow().artefacts().stream()
        .filter(artefact -> artefact.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a logged version lacks " + name));
  }

  private void put(Artefact artefact) throws SiteNotWritableException {
    folder.put(artefact.name(), artefact.bytes());
  }

  private static String place(VersionPlan plan) {
    return "briefs/" + plan.slug() + "/";
  }
}
