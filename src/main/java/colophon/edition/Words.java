package colophon.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The page's own words in one language, and its way of writing dates. */
final class Words {

  /** The languages that have words; any other page has English ones around its text. */
  static final List<String> LANGUAGES = List.of("en", "de", "ja", "ko");

  private static final Map<String, Words> ALL = new HashMap<>();

  static {
    LANGUAGES.forEach(language -> ALL.put(language, new Words(language)));
  }

  private final String language;
  private final Properties texts = new Properties();

  private Words(String language) {
    this.language = language;
    String name = "words_" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  static Words in(String language) {
    Words words = ALL.getOrDefault(language, ALL.get(LabelProfile.FALLBACK));
    if (words == null) {
      throw new IllegalStateException("there are always English words");
    }
    return words;
  }

  /** The language these words are in. */
  String language() {
    return language;
  }

  /** The text of that key, with names and values in turn filled in. */
  String text(String key, Object... namesAndValues) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no word \"" + key + "\" in " + language);
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1].toString());
    }
    return text;
  }

  /** {@code key.one} or {@code key.other}, by number. */
  String count(String key, int n) {
    return text(n == 1 ? key + ".one" : key + ".other", "n", n);
  }

  /** A day, such as {@code 13 January 2026}. */
  String date(OffsetDateTime moment) {
    return text(
        "date",
        "day",
        moment.getDayOfMonth(),
        "month",
        text("months").split(",")[moment.getMonthValue() - 1],
        "year",
        moment.getYear());
  }

  /** A moment with its zone, such as {@code 13 January 2026, 21:40 UTC+9}. */
  String moment(OffsetDateTime moment) {
    String time = String.format(Locale.ROOT, "%02d:%02d", moment.getHour(), moment.getMinute());
    return text("time", "date", date(moment), "time", time, "zone", zone(moment.getOffset()));
  }

  /** A moment that may be missing. */
  String momentOr(@Nullable OffsetDateTime moment, String otherwise) {
    return moment == null ? text(otherwise) : moment(moment);
  }

  /** Such as {@code version 2, corrected}. */
  String version(int number, VersionPlan.Kind kind) {
    String version = text("version", "n", number);
    return switch (kind) {
      case ORIGINAL -> version;
      case UPDATE -> version + ", " + text("kind.update");
      case CORRECTION -> version + ", " + text("kind.correction");
    };
  }

  private static String zone(ZoneOffset offset) {
    int minutes = offset.getTotalSeconds() / 60;
    if (minutes == 0) {
      return "UTC";
    }
    String sign = minutes < 0 ? "−" : "+";
    int hours = Math.abs(minutes) / 60;
    int rest = Math.abs(minutes) % 60;
    return "UTC" + sign + hours + (rest == 0 ? "" : String.format(Locale.ROOT, ":%02d", rest));
  }
}
