package colophon.publication;

import colophon.edition.VersionPlan;
import java.util.List;

/** How the publication of a draft ended. */
public sealed interface Publication {

  /**
   * It stands on the site, and the log holds it.
   *
   * @param notes a sentence for each witness that did not cosign
   */
  record Released(VersionPlan plan, List<String> notes) implements Publication {
    public Released {
      notes = List.copyOf(notes);
    }
  }

  /** It was refused before anything was released; each reason is a sentence. */
  record Refused(List<String> reasons) implements Publication {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** It is decided, or logged, and could not go on to the site; the next start tries again. */
  record Delayed(VersionPlan plan, String reason) implements Publication {}
}
