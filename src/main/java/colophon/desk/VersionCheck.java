package colophon.desk;

import colophon.edition.VersionPlan;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.nio.file.Path;
import java.time.InstantSource;

/** Verifies a version's folder on the site as anybody would. */
final class VersionCheck {

  private final Path site;
  private final InstantSource clock;

  VersionCheck(Path site, InstantSource clock) {
    this.site = site;
    this.clock = clock;
  }

  FindingsView of(VersionPlan plan) {
    Path folder = site.resolve("briefs").resolve(plan.slug().value()).resolve("v" + plan.version());
    Report report = Verifier.verify(folder, null, clock.instant());
    String root = site.toAbsolutePath().normalize().toString();
    return FindingsView.of(
        report,
        switch (report.outcome()) {
          case TRUSTED, VALID -> "Intact, by the keys that the site itself carries";
          case INVALID -> "Not intact: do not rely on it";
        },
        new ExcerptView.Place("", ""),
        "",
        words -> words.replace(root, "the site").replace(site.toString(), "the site"));
  }
}
