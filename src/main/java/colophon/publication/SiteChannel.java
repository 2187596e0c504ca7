package colophon.publication;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.attest.BriefStatus;
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
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The site folder as a channel: immutable versions by content, everything else a projection of what
 * the database holds.
 */
public final class SiteChannel {

  private static final String STATUS = "status.dsse.json";

  private final SiteFolder folder;
  private final PublicationStore store;
  private final Attestor attestor;
  private final ProjectionLock lock;

  SiteChannel(SiteFolder folder, PublicationStore store, Attestor attestor, ProjectionLock lock) {
    this.folder = folder;
    this.store = store;
    this.attestor = attestor;
    this.lock = lock;
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

  /** Writes one version, which never changes again. */
  void write(VersionPlan plan, SortedMap<String, byte[]> files) throws SiteNotWritableException {
    folder.putOnce(place(plan) + "v" + plan.version(), files);
  }

  /** Shows the newest version of a brief at its permalink, with the signed status beside it. */
  void show(VersionPlan plan, Imprint imprint) throws SiteNotWritableException {
    lock.hold(() -> project(plan.briefId(), imprint));
  }

  /** Writes front page, feeds, keys and shared files. */
  void list(Imprint imprint) throws SiteNotWritableException {
    lock.hold(() -> {
      var entries = new ArrayList<SiteEntry>();
      var atom = new ArrayList<byte[]>();
      var json = new ArrayList<byte[]>();
      for (VersionPlan plan : store.current()) {
        entries.add(entry(plan));
        atom.add(artefact(plan, FeedRenderer.ATOM_ENTRY).bytes());
        json.add(artefact(plan, FeedRenderer.JSON_ITEM).bytes());
      }
      put(SiteIndex.render(imprint, entries));
      try {
        put(FeedRenderer.atom(imprint, atom));
        put(FeedRenderer.json(imprint, json));
      } catch (FeedFormatException e) {
        throw new IllegalStateException("a logged feed entry is damaged: " + e.getMessage(), e);
      }
      for (Artefact asset : SiteAssets.all()) {
        put(asset);
      }
      folder.put("trust/keys.json", attestor.publicKeys());
    });
  }

  /**
   * Takes a brief and all its versions off the site; a notice stands where it stood. It asks the
   * signer last, so that the pages go even where signing fails.
   */
  void withdraw(Withdrawal withdrawal, Imprint imprint) throws SiteNotWritableException {
    lock.hold(() -> {
      List<VersionPlan> versions = store.released(withdrawal.briefId());
      if (versions.isEmpty()) {
        return;
      }
      String language = entry(versions.getLast()).language();
      for (VersionPlan version : versions) {
        folder.putOnce(
            place(version) + "v" + version.version(),
            withdrawn(version, withdrawal, imprint, language));
      }
      VersionPlan last = versions.getLast();
      Artefact notice =
          WithdrawnPage.current(imprint, last, language, withdrawal.at(), withdrawal.reason());
      folder.put(place(last) + notice.name(), notice.bytes());
    });
    list(imprint);
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
    SortedMap<String, byte[]> files = attestor.files(attested);
    attested.artefacts().forEach(artefact -> files.remove(artefact.name()));
    Artefact notice =
        WithdrawnPage.version(imprint, language, withdrawal.at(), withdrawal.reason());
    files.put(notice.name(), notice.bytes());
    return files;
  }

  private void project(String briefId, Imprint imprint) throws SiteNotWritableException {
    List<VersionPlan> versions = store.released(briefId);
    VersionPlan current = versions.getLast();
    var others = new ArrayList<SiteEntry>();
    for (VersionPlan other : store.current()) {
      if (!other.briefId().equals(briefId)) {
        others.add(entry(other));
      }
    }
    Artefact page =
        CurrentPage.render(
            artefact(current, "index.html"),
            versions,
            RelatedBriefs.of(entry(current), others),
            imprint);
    folder.put(place(current) + STATUS, status(versions, current.publishedAt(), null));
    folder.put(place(current) + page.name(), page.bytes());
  }

  private byte[] status(List<VersionPlan> versions, Instant since, @Nullable String withdrawn) {
    var states = new ArrayList<BriefStatus.VersionStatus>();
    for (int i = 0; i < versions.size(); i++) {
      VersionPlan version = versions.get(i);
      boolean last = i == versions.size() - 1;
      BriefStatus.State state =
          withdrawn != null
              ? BriefStatus.State.WITHDRAWN
              : last
                  ? BriefStatus.State.CURRENT
                  : versions.get(i + 1).kind() == VersionPlan.Kind.CORRECTION
                      ? BriefStatus.State.CORRECTED
                      : BriefStatus.State.SUPERSEDED;
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

  private SiteEntry entry(VersionPlan plan) {
    try {
      return SiteEntry.read(artefact(plan, SiteEntry.ARTEFACT).bytes());
    } catch (FeedFormatException e) {
      throw new IllegalStateException("a logged feed entry is damaged: " + e.getMessage(), e);
    }
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
