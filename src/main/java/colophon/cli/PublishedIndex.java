package colophon.cli;

import colophon.attest.Attestor;
import colophon.excerpt.SentenceIndex;
import colophon.excerpt.Standing;
import colophon.excerpt.VersionWords;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.publication.PublicationStore;
import colophon.publication.ReleasedVersions;
import colophon.publication.StepWatcher;
import colophon.verify.Bundle;
import colophon.verify.Code;
import colophon.verify.Finding;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Severity;
import colophon.verify.TrustRoot;
import colophon.verify.VerifiedSite;
import colophon.verify.VerifiedVersion;
import colophon.verify.Verifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gathers the sentences of what was published, and nothing that the verifier faults. */
final class PublishedIndex {

  private final SentenceIndex.Builder builder = new SentenceIndex.Builder();
  private final List<String> passedOver = new ArrayList<>();

  private PublishedIndex() {}

  /**
   * The sentences at hand.
   *
   * @param passedOver a sentence for each version that could not be used, and why
   */
  record Gathered(SentenceIndex index, List<String> passedOver) {}

  /** Every intact version of a published site. */
  static Gathered ofSite(Path site, @Nullable Path trust) {
    var published = new PublishedIndex();
    for (Finding finding : VerifiedSite.read(site, trust, Instant.now(), published::add)) {
      if (finding.code() == Code.TARGET_NOTHING) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND, "Nothing is published in " + site + ". " + finding.sentence());
      }
      if (finding.code() == Code.TRUST_MALFORMED) {
        throw new CommandFailure(ExitCode.USAGE, finding.sentence());
      }
      if (finding.severity() == Severity.FAILED) {
        published.passedOver.add(finding.subject() + ": " + finding.sentence());
      }
    }
    return published.gathered();
  }

  /** Every version that a newsroom has shown to readers, out of its database. */
  static Gathered ofNewsroom(Places places) {
    var published = new PublishedIndex();
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      Attestor attestor = newsroom.room(Attestor.class);
      TrustRoot keys = attestor.keys().orElseThrow();
      var released =
          new ReleasedVersions(
              newsroom.room(JdbcClient.class), newsroom.room(PublicationStore.class), attestor);
      for (String briefId : released.briefIds()) {
        released.of(briefId).forEach(version -> published.add(version, keys));
      }
    }
    return published.gathered();
  }

  private Gathered gathered() {
    return new Gathered(builder.build(), List.copyOf(passedOver));
  }

  private void add(VerifiedVersion version) {
    if (version.record() == null) {
      passOver(version.place(), version.faults());
      return;
    }
    add(
        version.place(),
        version.record(),
        version.files(),
        Standing.named(version.state()),
        version.outcome());
  }

  private void add(ReleasedVersions.Released version, TrustRoot keys) {
    String place = version.plan().slug() + ", version " + version.plan().version();
    Report report = Verifier.verify(new Bundle(place, version.files()), keys, Instant.now());
    byte[] record = version.files().get(Bundle.RECORD);
    if (report.outcome() == Outcome.INVALID || record == null) {
      passOver(place, report.findings(Severity.FAILED));
      return;
    }
    try {
      add(
          place,
          ProvenanceRecord.parse(record),
          version.files(),
          Standing.named(version.state().name().toLowerCase(Locale.ROOT)),
          report.outcome());
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a verified record cannot be read: " + e.getMessage(), e);
    }
  }

  private void add(
      String place,
      ProvenanceRecord record,
      SortedMap<String, byte[]> files,
      Standing standing,
      Outcome outcome) {
    if (!builder.add(VersionWords.read(record, files, standing, outcome == Outcome.TRUSTED))) {
      passedOver.add(
          place
              + ": not looked at, since at most "
              + SentenceIndex.MOST_SENTENCES
              + " sentences are held at once.");
    }
  }

  private void passOver(String place, List<Finding> faults) {
    passedOver.add(
        place
            + ": not intact, so nothing in it counts as published."
            + (faults.isEmpty()
                ? ""
                : " "
                    + faults.getFirst().sentence()
                    + " ["
                    + faults.getFirst().code().text()
                    + "]"));
  }
}
