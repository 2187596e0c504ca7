package colophon.edition;

import colophon.kernel.Digest;
import colophon.review.Approved;
import colophon.story.Dossier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prints approved copy: sets it, puts in sources and label, renders every format, reads each one
 * again, and refuses the whole edition where one of them is not in order. Same input, same bytes.
 */
public final class EditionPress {

  /**
   * Prints one version of a brief.
   *
   * @param dossier the story's articles; every cited one is among them
   * @param profile whose words the label has
   * @param fetched when each snapshot was taken, by its digest; one that is missing is shown
   *     without its time
   */
  public Printing print(
      Approved approved,
      Dossier dossier,
      VersionPlan plan,
      Imprint imprint,
      LabelProfile profile,
      Map<Digest, Instant> fetched) {
    List<String> reasons = Preflight.check(approved, dossier, plan, imprint);
    if (!reasons.isEmpty()) {
      return new Printing.Refused(reasons);
    }
    Label label = Label.of(profile, approved);
    Layout layout = new Typesetter(approved, dossier, plan, imprint, label, fetched).set();
    List<Artefact> artefacts =
        Renderer.all().stream().map(renderer -> renderer.render(layout)).toList();
    Proof proof = Proof.of(approved, dossier, label, imprint);
    var findings = new ArrayList<String>();
    artefacts.forEach(artefact -> findings.addAll(Proofreader.read(artefact, proof)));
    return findings.isEmpty()
        ? new Printing.Printed(new Edition(approved, dossier, plan, label, artefacts))
        : new Printing.Refused(findings);
  }
}
