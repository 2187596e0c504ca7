package colophon.evidence;

import colophon.edition.Imprint;
import colophon.edition.LabelProfile;
import colophon.edition.LabelProfileException;
import colophon.edition.LabelProfiles;
import colophon.grounding.Thresholds;
import colophon.kernel.Json;
import colophon.review.ReviewPolicy;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings in a bundle; whatever is missing or unusable is empty.
 *
 * @param schedule in words; null where nothing runs by itself
 */
record BundledSettings(
    Optional<Thresholds> thresholds,
    Optional<Imprint> imprint,
    Optional<LabelProfile> label,
    Optional<ReviewPolicy> review,
    Optional<Integer> leastSources,
    @Nullable String schedule) {

  static final String FILE = "writing/settings.json";

  static BundledSettings read(Json.Obj settings) {
    return new BundledSettings(
        thresholds(settings),
        imprint(settings),
        label(settings),
        settings.get("review") instanceof Json.Str policy
            ? Optional.of(ReviewPolicy.valueOf(policy.value()))
            : Optional.empty(),
        settings.get("leastIndependentSources") instanceof Json.Num least
            ? Optional.of((int) least.whole())
            : Optional.empty(),
        settings.get("schedule") instanceof Json.Str schedule ? schedule.value() : null);
  }

  private static Optional<Thresholds> thresholds(Json.Obj settings) {
    return settings.get("weakBelowMilli") instanceof Json.Num weak
            && settings.get("unsupportedBelowMilli") instanceof Json.Num unsupported
        ? Optional.of(new Thresholds((int) weak.whole(), (int) unsupported.whole()))
        : Optional.empty();
  }

  private static Optional<Imprint> imprint(Json.Obj settings) {
    if (!(settings.get("imprint") instanceof Json.Obj imprint)) {
      return Optional.empty();
    }
    return Optional.of(
        new Imprint(
            text(imprint, "publisher"),
            text(imprint, "responsibleEditor"),
            URI.create(text(imprint, "contact")),
            URI.create(text(imprint, "site")),
            ZoneId.of(text(imprint, "zone")),
            imprint.get("sample") instanceof Json.Bool sample && sample.value()));
  }

  private static Optional<LabelProfile> label(Json.Obj settings) {
    if (!(settings.get("labelProfile") instanceof Json.Str profile)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LabelProfiles.parse(text(settings, "label") + ".yaml", profile.value()));
    } catch (LabelProfileException e) {
      return Optional.empty();
    }
  }

  private static String text(Json.Obj object, String name) {
    if (object.get(name) instanceof Json.Str text) {
      return text.value();
    }
    throw new IllegalStateException("the settings lack \"" + name + "\"");
  }
}
