package colophon.desk;

import colophon.excerpt.SentenceIndex;
import colophon.excerpt.Standing;
import colophon.excerpt.VersionWords;
import colophon.publication.ReleasedVersions;
import colophon.verify.Outcome;
import colophon.verify.VerifiedSite;
import colophon.verify.VerifiedVersion;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of the site as readers are shown it, and nothing that the verifier faults. They are
 * read with the first question and again after something was published or withdrawn. Of a withdrawn
 * brief the site has no words, so none are told here.
 */
final class PublishedWords {

  private final Path site;
  private final ReleasedVersions released;
  private final InstantSource clock;
  private @Nullable SentenceIndex index;
  private String state = "";

  PublishedWords(Path site, ReleasedVersions released, InstantSource clock) {
    this.site = site;
    this.released = released;
    this.clock = clock;
  }

  synchronized SentenceIndex index() {
    String now = released.shownState();
    SentenceIndex known = index;
    if (known == null || !now.equals(state)) {
      known = read();
      index = known;
      state = now;
    }
    return known;
  }

  private SentenceIndex read() {
    var builder = new SentenceIndex.Builder();
    VerifiedSite.read(site, null, clock.instant(), version -> add(version, builder));
    return builder.build();
  }

  private static void add(VerifiedVersion version, SentenceIndex.Builder builder) {
    if (version.record() != null && version.outcome() != Outcome.INVALID) {
      builder.add(
          VersionWords.read(
              version.record(), version.files(), Standing.named(version.state()), false));
    }
  }
}
