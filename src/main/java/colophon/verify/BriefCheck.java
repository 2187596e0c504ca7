package colophon.verify;

import colophon.c2pa.CredentialValidator;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One brief's folder: its signed status, every version in it as a whole, and its history. Several
 * may be looked at side by side, since none knows of another.
 */
final class BriefCheck {

  /** The most entries looked at in one brief's folder. */
  static final int MOST_VERSIONS = 1000;

  private final KnownKeys keys;
  private final CredentialValidator credentials;

  BriefCheck(KnownKeys keys, CredentialValidator credentials) {
    this.keys = keys;
    this.credentials = credentials;
  }

  /**
   * One version as it was found.
   *
   * @param files as they were read, each once
   * @param status of the brief; null where nobody says
   * @param used the keys that it was checked with
   * @param findings that speak of it alone
   */
  record Version(
      String place,
      SortedMap<String, byte[]> files,
      @Nullable SignedStatus status,
      VersionResult result,
      List<KeyUsed> used,
      Findings findings) {}

  /**
   * Checks a brief.
   *
   * @param place from the target; empty where the brief's folder is the target
   * @param slug the name of the folder; null where it does not count
   * @param reader takes every version, in order
   * @return what is to be said of the brief and not of one version
   */
  Findings check(Path folder, String place, @Nullable String slug, Consumer<Version> reader) {
    var here = new Findings(place);
    byte[] file =
        VersionFolder.readIfThere(folder.resolve(SignedStatus.FILE), SignedStatus.FILE, here);
    SignedStatus status = file == null ? null : SignedStatus.read(file, keys, here);
    SortedMap<Integer, Path> numbers = numbers(folder, here);
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
    var history = new HistoryCheck();
    byte[] previous = null;
    for (var number : numbers.entrySet()) {
      var around =
          new VersionCheck.Surroundings(keys, credentials, status, slug, number.getKey(), previous);
      String name = "v" + number.getKey();
      Version version =
          version(number.getValue(), place.isEmpty() ? name : place + "/" + name, around);
      previous = version.files().get(Bundle.RECORD);
      history.add(version.result().record(), previous);
      reader.accept(version);
    }
    history.check(folder, here);
    return here;
  }

  private static SortedMap<Integer, Path> numbers(Path folder, Findings here) {
    var numbers = new TreeMap<Integer, Path>();
    for (Path path : VersionFolder.list(folder, MOST_VERSIONS, here)) {
      int number = VersionFolder.version(VersionFolder.name(path));
      if (number > 0 && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        numbers.put(number, path);
      }
    }
    return numbers;
  }

  private static Version version(Path folder, String place, VersionCheck.Surroundings around) {
    var here = new Findings(place);
    SortedMap<String, byte[]> files = VersionFolder.read(folder, here);
    var used = new ArrayList<KeyUsed>();
    VersionResult result = VersionResult.NOTHING;
    try {
      result = new VersionCheck(files, around, used, here).check(new Scope.Whole());
    } catch (RuntimeException e) {
      here.add(
          Code.VERIFIER_FAULT,
          Bundle.RECORD,
          "The verifier itself failed ("
              + e.getClass().getSimpleName()
              + "); please report this with the files.");
    }
    return new Version(place, files, around.status(), result, used, here);
  }
}
