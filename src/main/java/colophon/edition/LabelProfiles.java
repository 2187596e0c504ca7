package colophon.edition;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The label profiles of a folder, {@code pipeline/labels} as a rule: one YAML file each. */
public final class LabelProfiles {

  /** The largest file read, in bytes. */
  public static final int MOST_BYTES = 64 * 1024;

  /** The most files read from one folder. */
  public static final int MOST_FILES = 100;

  private static final String ENDING = ".yaml";

  private LabelProfiles() {}

  /**
   * Every profile of the folder by its id, sorted.
   *
   * @throws LabelProfileException where a file is not a profile, or cannot be read
   */
  public static Map<String, LabelProfile> readFolder(Path folder) throws LabelProfileException {
    var profiles = new TreeMap<String, LabelProfile>();
    for (Path file : files(folder)) {
      LabelProfile profile = read(file);
      profiles.put(profile.id(), profile);
    }
    return Collections.unmodifiableMap(profiles);
  }

  /**
   * One profile from its text.
   *
   * @param fileName stands in messages; without {@code .yaml} it must be the profile's id
   */
  public static LabelProfile parse(String fileName, String yaml) throws LabelProfileException {
    return new LabelProfileReader(fileName).read(yaml);
  }

  private static List<Path> files(Path folder) throws LabelProfileException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(file -> file.getFileName().toString().endsWith(ENDING))
              .sorted()
              .limit(MOST_FILES + 1L)
              .toList();
      if (files.size() > MOST_FILES) {
        throw new LabelProfileException(
            folder + " holds more than " + MOST_FILES + " label profiles; remove some");
      }
      return files;
    } catch (IOException e) {
      throw new LabelProfileException(
          "the label profiles in " + folder + " cannot be listed: check that the folder exists");
    }
  }

  private static LabelProfile read(Path file) throws LabelProfileException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new LabelProfileException(file + " is larger than " + MOST_BYTES + " bytes");
      }
      return parse(file.getFileName().toString(), Files.readString(file));
    } catch (MalformedInputException e) {
      throw new LabelProfileException(file + " is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new LabelProfileException(file + " cannot be read: check its permissions");
    }
  }
}
