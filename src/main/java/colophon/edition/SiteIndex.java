package colophon.edition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The site's front page: every published brief, newest first, each under its label. */
public final class SiteIndex {

  /** How many briefs it lists at most. */
  public static final int MOST_LISTED = 200;

  private SiteIndex() {}

  /** The front page, {@code index.html} at the root of the site. */
  public static Artefact render(Imprint imprint, List<SiteEntry> entries) {
    List<SiteEntry> newest =
        entries.stream()
            .sorted(
                Comparator.comparing((SiteEntry entry) -> entry.modified().toInstant())
                    .reversed()
                    .thenComparing(entry -> entry.slug().value()))
            .limit(MOST_LISTED)
            .toList();
    String language = newest.isEmpty() ? LabelProfile.FALLBACK : newest.getFirst().language();
    return new Artefact(
        PageRenderer.NAME,
        PageRenderer.MEDIA_TYPE,
        Templates.bytes(
            "index", Map.of("imprint", imprint, "entries", newest, "words", Words.in(language))));
  }
}
