package colophon.edition;

import colophon.review.Approved;
import colophon.story.Dossier;
import java.util.List;

/**
 * Approved copy in finished, labelled bytes: every artefact has been parsed again and carries its
 * label. Only this room makes one.
 */
public final class Edition {

  private final Approved approved;
  private final Dossier dossier;
  private final VersionPlan plan;
  private final Label label;
  private final List<Artefact> artefacts;

  Edition(
      Approved approved, Dossier dossier, VersionPlan plan, Label label, List<Artefact> artefacts) {
    this.approved = approved;
    this.dossier = dossier;
    this.plan = plan;
    this.label = label;
    this.artefacts = List.copyOf(artefacts);
  }

  public Approved approved() {
    return approved;
  }

  public Dossier dossier() {
    return dossier;
  }

  public VersionPlan plan() {
    return plan;
  }

  public Label label() {
    return label;
  }

  public List<Artefact> artefacts() {
    return artefacts;
  }
}
