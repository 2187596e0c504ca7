package colophon.edition;

import java.nio.file.Path;
import java.util.Map;

/** The label profiles that the project ships. */
final class LabelFiles {

  private LabelFiles() {}

  static Map<String, LabelProfile> shipped() {
    try {
      return LabelProfiles.readFolder(Path.of("pipeline", "labels"));
    } catch (LabelProfileException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
