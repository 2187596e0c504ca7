package colophon.cli;

import colophon.publication.PublicationStore;

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
}
