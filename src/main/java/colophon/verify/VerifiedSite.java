package colophon.verify;

import colophon.kernel.Digest;
import colophon.provenance.ProvenanceRecord;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the versions of a published site for whoever goes on to work with them: each file is read
 * once, and what is handed on is what was verified.
 */
public final class VerifiedSite {

  private VerifiedSite() {}

  /**
   * Hands every version of a site on, one after the other, the faulty ones too.
   *
   * @param trust a key file, or a folder of public keys, obtained elsewhere; null for none
   * @param now by which certificates are judged
   * @return what was wrong with the site as a whole, such as unusable keys
   */
  public static List<Finding> read(
      Path site, @Nullable Path trust, Instant now, Consumer<VerifiedVersion> reader) {
    var findings = new Findings("");
    Path root = site.toAbsolutePath().normalize();
    Path briefs = root.resolve("briefs");
    if (!Files.isDirectory(briefs, LinkOption.NOFOLLOW_LINKS)) {
      findings.add(
          Code.TARGET_NOTHING,
          site.toString(),
          "There is no folder \"briefs\" here; give a site, which holds briefs/SLUG/v1.");
      return findings.all();
    }
    TrustRoot given = trust == null ? TrustRoot.NONE : TrustFiles.read(trust, findings);
    boolean inside = trust != null && trust.toAbsolutePath().normalize().startsWith(root);
    var keys =
        (inside
                ? new KnownKeys(TrustRoot.NONE, new TrustRoot(given.keys()))
                : new KnownKeys(given, TrustRoot.NONE))
            .and(SiteCheck.keysOf(root, findings));
    var check = new BriefCheck(keys, CredentialCheck.validator(keys, now));
    for (Path brief : SiteCheck.briefsIn(briefs, findings)) {
      String slug = VersionFolder.name(brief);
      Findings here =
          check.check(brief, "briefs/" + slug, slug, version -> reader.accept(verified(version)));
      findings.addAll(failed(here));
    }
    return findings.all();
  }

  private static VerifiedVersion verified(BriefCheck.Version version) {
    VersionResult result = version.result();
    ProvenanceRecord record = version.findings().failed() ? null : result.record();
    Outcome outcome =
        record == null ? Outcome.INVALID : result.trusted() ? Outcome.TRUSTED : Outcome.VALID;
    String state = record == null ? "" : state(record, version.status());
    return new VerifiedVersion(
        version.place(), outcome, record, state, version.files(), failed(version.findings()));
  }

  private static List<Finding> failed(Findings findings) {
    return findings.all().stream()
        .filter(finding -> finding.severity() == Severity.FAILED)
        .toList();
  }

  private static String state(ProvenanceRecord record, @Nullable SignedStatus status) {
    SignedStatus.VersionState state =
        status == null ? null : status.versions().get(record.brief().version());
    Digest digest = record.digest();
    return state != null && state.record().equals(digest) ? state.state() : "";
  }
}
