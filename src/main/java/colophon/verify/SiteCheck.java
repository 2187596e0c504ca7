package colophon.verify;

import colophon.c2pa.CredentialValidator;
import colophon.provenance.ProvenanceFormatException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every version below a folder of briefs, each as a whole, and whether the log shows all of them
 * one tree. Of versions without a fault one line is kept.
 */
final class SiteCheck {

  /** The most briefs looked at in one site. */
  static final int MOST_BRIEFS = 100_000;

  /** The most entries looked at in a site's own folder. */
  private static final int MOST_ENTRIES = 1000;

  private final KnownKeys keys;
  private final BriefCheck brief;
  private final Findings findings;
  private final List<KeyUsed> used = new ArrayList<>();
  private final Map<Code, Integer> noted = new EnumMap<>(Code.class);
  private final Map<Code, Finding> examples = new EnumMap<>(Code.class);
  private final Map<String, LogPlace> trees = new HashMap<>();
  private final Map<String, LogPlace> leaves = new HashMap<>();
  private int versions;
  private int trusted;

  SiteCheck(KnownKeys keys, CredentialValidator credentials, Findings findings) {
    this.keys = keys;
    this.brief = new BriefCheck(keys, credentials);
    this.findings = findings;
  }

  /** What is kept of a version once its files are let go. */
  private record Seen(
      @Nullable LogPlace place,
      int artefacts,
      boolean trusted,
      List<KeyUsed> used,
      Findings findings) {

    static Seen of(BriefCheck.Version version) {
      VersionResult result = version.result();
      return new Seen(
          result.place(), result.artefacts(), result.trusted(), version.used(), version.findings());
    }
  }

  /** What was found of one brief: its versions in order, and what is to be said of all of them. */
  private record Looked(List<Seen> versions, Findings brief) {}

  /** The folders of briefs in a folder, in order. */
  static List<Path> briefsIn(Path folder, Findings findings) {
    return VersionFolder.list(folder, MOST_BRIEFS, findings).stream()
        .filter(brief -> Files.isDirectory(brief, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /** Every brief in a folder of briefs: several side by side, reported one after the other. */
  void briefs(Path folder, String place) {
    SideBySide.forEach(
        briefsIn(folder, findings),
        path -> look(path, place + "/" + VersionFolder.name(path), VersionFolder.name(path)),
        this::take);
  }

  /** Every version in a brief's folder. */
  void brief(Path folder, String place, @Nullable String slug) {
    take(look(folder, place, slug));
  }

  private Looked look(Path folder, String place, @Nullable String slug) {
    var seen = new ArrayList<Seen>();
    Findings here = brief.check(folder, place, slug, version -> seen.add(Seen.of(version)));
    return new Looked(seen, here);
  }

  private void take(Looked looked) {
    looked.versions().forEach(this::version);
    findings.addAll(looked.brief().all());
  }

  private void version(Seen seen) {
    Findings here = seen.findings();
    versions++;
    keep(seen.used());
    fork(seen.place(), here);
    if (!here.failed()) {
      trusted += seen.trusted() ? 1 : 0;
      here.add(
          Code.VERSION_INTACT,
          Bundle.RECORD,
          "The version is intact; " + seen.artefacts() + " files are as they were signed.");
    }
    summarise(here);
  }

  private void keep(List<KeyUsed> keysUsed) {
    for (KeyUsed key : keysUsed) {
      if (!used.contains(key)) {
        used.add(key);
      }
    }
  }

  /** One log shows one tree at one size, and one leaf at one index. */
  private void fork(@Nullable LogPlace place, Findings here) {
    if (place == null) {
      return;
    }
    String origin = place.checkpoint().origin() + "\n";
    LogPlace tree = trees.putIfAbsent(origin + place.checkpoint().size(), place);
    LogPlace leaf = leaves.putIfAbsent(origin + place.index(), place);
    boolean otherTree = tree != null && !tree.checkpoint().root().equals(place.checkpoint().root());
    boolean otherLeaf = leaf != null && !leaf.leafHash().equals(place.leafHash());
    if (otherTree || otherLeaf) {
      here.add(
          Code.LOG_FORKED,
          Bundle.PROOF,
          "The log has shown two different "
              + (otherTree
                  ? "trees of size " + place.checkpoint().size()
                  : "entries at index " + place.index())
              + ".");
    }
  }

  private void summarise(Findings here) {
    var kept = new ArrayList<Finding>();
    for (Finding finding : here.all()) {
      switch (finding.severity()) {
        case FAILED -> kept.add(finding);
        case PASSED -> {
          if (finding.code() == Code.VERSION_INTACT) {
            kept.add(finding);
          }
        }
        case NOTED -> {
          noted.merge(finding.code(), 1, Integer::sum);
          examples.putIfAbsent(finding.code(), finding);
        }
      }
    }
    findings.addAll(kept);
  }

  /** The logs that the site shows, against the places of all its versions. */
  void logs(Path site) {
    var keysUsed = new ArrayList<KeyUsed>();
    for (Path folder : VersionFolder.list(site, MOST_ENTRIES, findings)) {
      if (ShownLogCheck.is(folder) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        new ShownLogCheck(folder, new LogCheck(keys, keysUsed, findings), findings)
            .check(leaves.values());
      }
    }
    keep(keysUsed);
  }

  /** Says what was noted of how many, once all is looked at. */
  void close() {
    for (var example : examples.entrySet()) {
      Finding first = example.getValue();
      int count = noted.getOrDefault(example.getKey(), 1);
      findings.add(
          first.code(),
          count == 1 ? first.subject() : first.subject() + " and " + (count - 1) + " more",
          first.sentence());
    }
  }

  int versions() {
    return versions;
  }

  boolean allTrusted() {
    return versions > 0 && trusted == versions;
  }

  List<KeyUsed> used() {
    return used;
  }

  /** The keys that lie in a site's {@code trust} folder, where there are any. */
  static TrustRoot keysOf(Path site, Findings findings) {
    String name = "trust/" + Bundle.KEYS;
    byte[] file =
        VersionFolder.readIfThere(site.resolve("trust").resolve(Bundle.KEYS), name, findings);
    if (file == null) {
      return TrustRoot.NONE;
    }
    try {
      return TrustRoot.parse(file);
    } catch (ProvenanceFormatException e) {
      findings.add(
          Code.KEYS_MALFORMED, name, "The site's keys cannot be read: " + e.getMessage() + ".");
      return TrustRoot.NONE;
    }
  }
}
