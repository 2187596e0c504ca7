package colophon.publication;

import colophon.attest.Attestor;
import colophon.edition.FeedFormatException;
import colophon.edition.SiteEntry;
import colophon.edition.VersionPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What lists and teasers say of versions. A version never changes, so the entries last read are
 * remembered; the others are read in one statement.
 */
final class ShownEntries {

  /** How many entries are remembered, each of a few hundred bytes. */
  static final int MOST_REMEMBERED = 2_000;

  private record Key(String briefId, int version) {
    static Key of(VersionPlan plan) {
      return new Key(plan.briefId(), plan.version());
    }
  }

  private final Attestor attestor;
  private final SequencedMap<Key, SiteEntry> remembered = new LinkedHashMap<>();

  ShownEntries(Attestor attestor) {
    this.attestor = attestor;
  }

  /** The entry of a version. */
  SiteEntry of(VersionPlan plan) {
    return of(List.of(plan)).getFirst();
  }

  /** The entries of versions, in their order. */
  synchronized List<SiteEntry> of(List<VersionPlan> plans) {
    var entries = new HashMap<Key, SiteEntry>();
    List<VersionPlan> unknown = new ArrayList<>();
    for (VersionPlan plan : plans) {
      SiteEntry known = remembered.get(Key.of(plan));
      if (known == null) {
        unknown.add(plan);
      } else {
        entries.put(Key.of(plan), known);
      }
    }
    if (!unknown.isEmpty()) {
      List<byte[]> bodies = attestor.bodies(unknown, SiteEntry.ARTEFACT);
      for (int i = 0; i < bodies.size(); i++) {
        SiteEntry entry = read(bodies.get(i));
        entries.put(Key.of(unknown.get(i)), entry);
        remember(Key.of(unknown.get(i)), entry);
      }
    }
    return plans.stream().map(plan -> entries.get(Key.of(plan))).toList();
  }

  private void remember(Key key, SiteEntry entry) {
    if (remembered.size() == MOST_REMEMBERED) {
      remembered.pollFirstEntry();
    }
    remembered.put(key, entry);
  }

  private static SiteEntry read(byte[] item) {
    try {
      return SiteEntry.read(item);
    } catch (FeedFormatException e) {
      throw new IllegalStateException("a logged feed entry is damaged: " + e.getMessage(), e);
    }
  }
}
