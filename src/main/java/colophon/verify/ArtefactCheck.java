package colophon.verify;

import colophon.kernel.Digest;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedArtefact;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether the files are the ones the record lists, and carry its label. */
final class ArtefactCheck {

  /** The page in whose place the notice stands once a version is withdrawn. */
  private static final String PAGE = "index.html";

  private final Map<String, byte[]> files;
  private final ProvenanceRecord record;
  private final boolean withdrawn;
  private final Findings findings;
  private int checked;

  ArtefactCheck(
      Map<String, byte[]> files, ProvenanceRecord record, boolean withdrawn, Findings findings) {
    this.files = files;
    this.record = record;
    this.withdrawn = withdrawn;
    this.findings = findings;
  }

  /** How many artefacts were found unchanged. */
  int check(Scope scope) {
    switch (scope) {
      case Scope.Whole ignored -> whole();
      case Scope.One one -> one(one.name());
      case Scope.Proofs ignored -> present();
    }
    return checked;
  }

  private void whole() {
    Set<Digest> strays = strays();
    for (RecordedArtefact artefact : record.brief().artefacts()) {
      byte[] bytes = files.get(artefact.name());
      if (bytes != null) {
        compare(artefact, artefact.name(), bytes);
      } else if (withdrawn) {
        findings.add(
            Code.ARTEFACT_WITHDRAWN, artefact.name(), "The file was taken away when withdrawn.");
      } else if (!strays.contains(artefact.digest())) {
        findings.add(
            Code.ARTEFACT_MISSING,
            artefact.name(),
            "The record lists this file, and it is not here.");
      }
    }
  }

  /** Files that the record does not know by name: unexpected, unless it knows their bytes. */
  private Set<Digest> strays() {
    Set<Digest> strays = new HashSet<>();
    for (var file : files.entrySet()) {
      String name = file.getKey();
      if (!Bundle.isProof(name) && byName(name) == null) {
        Digest digest = Digest.of(file.getValue());
        RecordedArtefact artefact = byDigest(digest);
        if (artefact != null) {
          strays.add(digest);
          renamed(artefact, name, file.getValue());
        } else {
          findings.add(
              Code.ARTEFACT_UNEXPECTED,
              name,
              "This file stands in the version's folder, and the signed record does not list it.");
        }
      }
    }
    return strays;
  }

  private void one(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      findings.add(Code.ARTEFACT_MISSING, name, "This file is not here.");
      return;
    }
    RecordedArtefact byName = byName(name);
    RecordedArtefact byDigest = byDigest(Digest.of(bytes));
    if (byName != null) {
      compare(byName, name, bytes);
    } else if (byDigest != null) {
      renamed(byDigest, name, bytes);
    } else {
      findings.add(
          Code.ARTEFACT_UNEXPECTED, name, "The signed record beside this file does not list it.");
    }
    int others = record.brief().artefacts().size() - 1;
    if (others > 0) {
      findings.add(
          Code.ARTEFACT_NOT_CHECKED,
          name,
          "Only this file was looked at; the record lists " + others + " more of this version.");
    }
  }

  private void present() {
    for (RecordedArtefact artefact : record.brief().artefacts()) {
      byte[] bytes = files.get(artefact.name());
      if (bytes == null) {
        findings.add(
            Code.ARTEFACT_NOT_CHECKED,
            artefact.name(),
            "The record lists this file; it is not here and was not looked at.");
      } else {
        compare(artefact, artefact.name(), bytes);
      }
    }
  }

  private void renamed(RecordedArtefact artefact, String name, byte[] bytes) {
    findings.add(
        Code.ARTEFACT_RENAMED, name, "The record knows this file as " + artefact.name() + ".");
    compare(artefact, name, bytes);
  }

  private void compare(RecordedArtefact artefact, String name, byte[] bytes) {
    if (!Digest.of(bytes).equals(artefact.digest())) {
      if (withdrawn && name.equals(PAGE)) {
        findings.add(
            Code.ARTEFACT_WITHDRAWN,
            name,
            "A notice stands where the page was; the notice itself is not signed.");
      } else {
        findings.add(
            Code.ARTEFACT_CHANGED,
            name,
            "The file is not the one that was signed: it was changed.");
      }
      return;
    }
    checked++;
    findings.add(Code.ARTEFACT_UNCHANGED, name, "The file is the one that was signed.");
    if (!RecordedArtefact.textDigest(bytes).equals(artefact.textDigest())) {
      findings.add(
          Code.ARTEFACT_TEXT_DIFFERS,
          name,
          "The record gives another digest for the text of this file than its bytes have.");
    }
    label(artefact.name(), name, bytes);
  }

  private void label(String recorded, String name, byte[] bytes) {
    String label = record.label().shortText();
    switch (LabelCheck.check(recorded, bytes, label)) {
      case PRESENT ->
          findings.add(Code.LABEL_PRESENT, name, "The file carries the label \"" + label + "\".");
      case MISSING ->
          findings.add(
              Code.LABEL_MISSING,
              name,
              "The file does not carry the label \"" + label + "\" where it belongs.");
      case NOT_CHECKED ->
          findings.add(
              Code.LABEL_NOT_CHECKED, name, "Files of this kind are not searched for the label.");
    }
  }

  private @org.jspecify.annotations.Nullable RecordedArtefact byName(String name) {
    for (RecordedArtefact artefact : record.brief().artefacts()) {
      if (artefact.name().equals(name)) {
        return artefact;
      }
    }
    return null;
  }

  private @org.jspecify.annotations.Nullable RecordedArtefact byDigest(Digest digest) {
    for (RecordedArtefact artefact : record.brief().artefacts()) {
      if (artefact.digest().equals(digest)) {
        return artefact;
      }
    }
    return null;
  }
}
