package colophon.desk;

import colophon.brief.BriefStore;
import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;

/** The headlines of versions, as readers saw them. */
final class Headlines {

  private final PublicationStore publications;
  private final BriefStore briefs;

  Headlines(PublicationStore publications, BriefStore briefs) {
    this.publications = publications;
    this.briefs = briefs;
  }

  /** The headline of a version; its slug where the words were erased. */
  String of(VersionPlan plan) {
    return publications
        .draftOf(plan.briefId(), plan.version())
        .flatMap(briefs::draft)
        .map(draft -> draft.brief().headline().text())
        .orElse(plan.slug().value());
  }
}
