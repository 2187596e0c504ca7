package colophon.evidence;

import colophon.edition.Artefact;
import colophon.edition.Imprint;
import colophon.edition.LabelProfile;
import colophon.edition.Printing;
import colophon.grounding.GroundingStore;
import colophon.review.Approved;
import java.util.List;
import java.util.Optional;

/** Prints the published draft again, as it was approved. */
final class PrintReplay {

  private static final String NAME = "print";

  private PrintReplay() {}

  static ReplayStage run(ReplayMaterial material) {
    Imprint imprint = material.settings().imprint().orElse(null);
    LabelProfile label = material.settings().label().orElse(null);
    byte[] report = material.file("check/grounding.json");
    if (imprint == null || label == null || report == null) {
      return new ReplayStage.NotReplayed(
          NAME, "The newsroom's imprint, the label's words or the source check are not at hand.");
    }
    Optional<Approved> approved = Reprint.approved(material, GroundingStore.parse(report));
    if (approved.isEmpty()) {
      return new ReplayStage.Differs(NAME, "This build would not let the draft out.");
    }
    return switch (Reprint.printed(approved.get(), material, material.dossier(), imprint, label)) {
      case Printing.Refused refused ->
          new ReplayStage.Differs(
              NAME, "This build refuses to print it: " + refused.reasons().getFirst());
      case Printing.Printed printed -> compare(material, printed.edition().artefacts());
    };
  }

  private static ReplayStage compare(ReplayMaterial material, List<Artefact> artefacts) {
    for (Artefact artefact : artefacts) {
      byte[] stored = material.file(material.folder() + artefact.name());
      if (stored == null) {
        return new ReplayStage.Differs(
            NAME, "This build prints " + artefact.name() + ", which was not published.");
      }
      ReplayStage stage = Replay.compare(NAME, artefact.bytes(), stored, artefact.name());
      if (stage instanceof ReplayStage.Differs) {
        return stage;
      }
    }
    int recorded = material.record().brief().artefacts().size();
    return recorded == artefacts.size()
        ? new ReplayStage.Same(NAME, recorded + " published files")
        : new ReplayStage.Differs(
            NAME, "This build prints " + artefacts.size() + " files of " + recorded + ".");
  }
}
