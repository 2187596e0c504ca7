package colophon.verify;

import colophon.provenance.ProvenanceFormatException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every version below a folder of briefs, each as a whole, and whether the log shows all of them
 * one tree. Of versions without a fault one line is kept.
 */
final class SiteCheck {

  /** The most briefs looked at in one site. */
  static final int MOST_BRIEFS = 100_000;

  /** The most entries looked at in one brief's folder. */
  static final int MOST_VERSIONS = 1000;

  private final KnownKeys keys;
  private final Instant now;
  private final Findings findings;
  private final List<KeyUsed> used = new ArrayList<>();
  private final Map<Code, Integer> noted = new EnumMap<>(Code.class);
  private final Map<Code, Finding> examples = new EnumMap<>(Code.class);
  private final Map<String, LogPlace> trees = new HashMap<>();
  private final Map<String, LogPlace> leaves = new HashMap<>();
  private HistoryCheck history = new HistoryCheck();
  private int versions;
  private int trusted;

  SiteCheck(KnownKeys keys, Instant now, Findings findings) {
    this.keys = keys;
    this.now = now;
    this.findings = findings;
  }

  /** Every brief in a folder of briefs. */
  void briefs(Path folder, String place) {
    for (Path brief : VersionFolder.list(folder, MOST_BRIEFS, findings)) {
      if (Files.isDirectory(brief, LinkOption.NOFOLLOW_LINKS)) {
        brief(brief, place + "/" + VersionFolder.name(brief), VersionFolder.name(brief));
      }
    }
  }

  /** Every version in a brief's folder. */
  void brief(Path folder, String place, @Nullable String slug) {
    var here = new Findings(place);
    byte[] file =
        VersionFolder.readIfThere(folder.resolve(SignedStatus.FILE), SignedStatus.FILE, here);
    SignedStatus status = file == null ? null : SignedStatus.read(file, keys, here);
    SortedMap<Integer, Path> numbers = new TreeMap<>();
    for (Path path : VersionFolder.list(folder, MOST_VERSIONS, here)) {
      int number = VersionFolder.version(VersionFolder.name(path));
      if (number > 0 && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        numbers.put(number, path);
      }
    }
    if (status != null) {
      for (int listed : status.versions().keySet()) {
        if (!numbers.containsKey(listed)) {
          here.add(
              Code.STATUS_DIFFERS,
              SignedStatus.FILE,
              "The signed status lists version " + listed + ", which is not here.");
        }
      }
    }
    history = new HistoryCheck();
    byte[] previous = null;
    for (var version : numbers.entrySet()) {
      previous = version(version.getValue(), version.getKey(), place, slug, status, previous);
    }
    history.check(folder, here);
    findings.addAll(here.all());
  }

  private byte @Nullable [] version(
      Path folder,
      int number,
      String place,
      @Nullable String slug,
      @Nullable SignedStatus status,
      byte @Nullable [] previous) {
    var here = new Findings(place.isEmpty() ? "v" + number : place + "/v" + number);
    SortedMap<String, byte[]> files = VersionFolder.read(folder, here);
    var keysUsed = new ArrayList<KeyUsed>();
    var surroundings = new VersionCheck.Surroundings(keys, now, status, slug, number, previous);
    VersionResult result =
        new VersionCheck(files, surroundings, keysUsed, here).check(new Scope.Whole());
    versions++;
    keep(keysUsed);
    fork(result.place(), here);
    if (!here.failed()) {
      trusted += result.trusted() ? 1 : 0;
      here.add(
          Code.VERSION_INTACT,
          Bundle.RECORD,
          "The version is intact; " + result.artefacts() + " files are as they were signed.");
    }
    summarise(here);
    history.add(result.record(), files.get(Bundle.RECORD));
    return files.get(Bundle.RECORD);
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
    for (Path folder : VersionFolder.list(site, MOST_VERSIONS, findings)) {
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
