package colophon.edition;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands where a brief was, once it is withdrawn. It repeats neither headline nor text: what
 * was wrong must not be read on.
 */
public final class WithdrawnPage {

  private WithdrawnPage() {}

  /** The page for the brief's own address, {@code briefs/SLUG/index.html}. */
  public static Artefact current(
      Imprint imprint, VersionPlan last, String language, Instant at, @Nullable String reason) {
    return render(imprint, "../../", "v" + last.version() + "/record.json", language, at, reason);
  }

  /** The page for a version's address, {@code briefs/SLUG/vN/index.html}. */
  public static Artefact version(
      Imprint imprint, String language, Instant at, @Nullable String reason) {
    return render(imprint, "../../../", "record.json", language, at, reason);
  }

  private static Artefact render(
      Imprint imprint,
      String root,
      String record,
      String language,
      Instant at,
      @Nullable String reason) {
    Words words = Words.in(language);
    return new Artefact(
        PageRenderer.NAME,
        PageRenderer.MEDIA_TYPE,
        Templates.bytes(
            "withdrawn",
            Map.of(
                "imprint",
                imprint,
                "words",
                words,
                "root",
                root,
                "date",
                words.moment(at.atZone(imprint.zone()).toOffsetDateTime()),
                "reason",
                reason == null ? "" : CleanText.of(reason),
                "record",
                record)));
  }
}
