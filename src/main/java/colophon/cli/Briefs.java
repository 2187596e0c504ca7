package colophon.cli;

import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds published briefs by the names that people use. */
final class Briefs {

  private Briefs() {}

  /** The id of the brief with that id or slug, or the end of the command. */
  static String idOf(String name, PublicationStore store) {
    return store
        .briefId(name)
        .orElseThrow(() ->
            new CommandFailure(
                ExitCode.NOT_FOUND,
                "There is no brief \"" + name + "\"; colophon show lists what is out."));
  }

  /**
   * A version of a brief that is in the log and was not refused, or the end of the command.
   *
   * @param brief its id or slug
   * @param version its number; null for the newest
   */
  static VersionPlan version(String brief, @Nullable Integer version, PublicationStore store) {
    return among(store.outOrOnItsWay(idOf(brief, store)), brief, version);
  }

  /** One of these versions, or the end of the command. */
  static VersionPlan among(List<VersionPlan> versions, String brief, @Nullable Integer version) {
    if (versions.isEmpty()) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, "No version of the brief \"" + brief + "\" has been published.");
    }
    if (version == null) {
      return versions.getLast();
    }
    return versions.stream()
        .filter(plan -> plan.version() == version)
        .findFirst()
        .orElseThrow(() ->
            new CommandFailure(
                ExitCode.NOT_FOUND,
                "The brief \""
                    + brief
                    + "\" has no version "
                    + version
                    + "; it has "
                    + versions.stream()
                        .map(plan -> Integer.toString(plan.version()))
                        .collect(Collectors.joining(", "))
                    + "."));
  }
}
