package colophon.article;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The news agency that a text names as its origin: in the dateline, in a byline, in a credit line
 * or in the mark at its end.
 */
final class AgencyCredit {

  static final int OPENING_PASSAGES = 4;
  static final int CLOSING_PASSAGES = 4;
  private static final int LONGEST_LINE = 160;

  /** Short and long names of agencies, by the name that is stored. */
  private static final Map<String, String> AGENCIES =
      Map.ofEntries(
          Map.entry("reuters", "Reuters"),
          Map.entry("thomson reuters", "Reuters"),
          Map.entry("ap", "Associated Press"),
          Map.entry("associated press", "Associated Press"),
          Map.entry("the associated press", "Associated Press"),
          Map.entry("afp", "AFP"),
          Map.entry("agence france-presse", "AFP"),
          Map.entry("dpa", "dpa"),
          Map.entry("xinhua", "Xinhua"),
          Map.entry("yonhap", "Yonhap"),
          Map.entry("kyodo", "Kyodo"),
          Map.entry("kyodo news", "Kyodo"),
          Map.entry("tass", "TASS"),
          Map.entry("efe", "EFE"),
          Map.entry("ansa", "ANSA"),
          Map.entry("upi", "UPI"),
          Map.entry("pti", "PTI"),
          Map.entry("ians", "IANS"),
          Map.entry("ani", "ANI"),
          Map.entry("pa media", "PA Media"),
          Map.entry("press association", "PA Media"),
          Map.entry("apa", "APA"),
          Map.entry("sda", "Keystone-SDA"),
          Map.entry("keystone-sda", "Keystone-SDA"),
          Map.entry("belga", "Belga"),
          Map.entry("anp", "ANP"),
          Map.entry("ntb", "NTB"),
          Map.entry("ritzau", "Ritzau"),
          Map.entry("lusa", "Lusa"),
          Map.entry("bernama", "Bernama"),
          Map.entry("anadolu", "Anadolu"),
          Map.entry("canadian press", "The Canadian Press"),
          Map.entry("the canadian press", "The Canadian Press"),
          Map.entry("bloomberg", "Bloomberg"),
          Map.entry("cnn", "CNN"));

  /** A name that is no known agency still reads like one. */
  private static final Pattern SOUNDS_LIKE_AGENCY =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}'’&-]*\\s+){1,4}(?:Wire|Newswire|News Agency|Press Agency|Press|News"
              + " Service|Wire Service|Agency|Telegraph Bureau)");

  private static final Pattern DATELINE =
      Pattern.compile(
          "^[\\p{Lu}][\\p{L}\\p{M} .,'’/-]{1,60}?(?:,? \\p{L}+\\.? \\d{1,2}(?:,"
              + " \\d{4})?)?\\s*\\(([^()]{2,40})\\)\\s*[—–:-]+");
  private static final Pattern MARK_ALONE = Pattern.compile("^\\(([^()]{2,40})\\)\\s*[—–:-]+");
  private static final Pattern LINE =
      Pattern.compile(
          "(?iu)^\\W*(?:credit|source|quelle|from|by|via|von|par|por|fonte|fuente|with reporting"
              + " (?:by|from)|reporting by|agency)\\s*:?\\s+(?:the )?(.{2,60})$");
  private static final Pattern END_MARK =
      Pattern.compile("[(\\[—–]\\s*([^()\\[\\]—–]{2,40}?)\\s*[)\\]]?\\s*$");

  private AgencyCredit() {}

  /** The agency, or null where the text credits none. */
  static @Nullable String find(List<String> passages, List<String> authors) {
    for (String author : authors) {
      String named = known(author);
      if (named != null) {
        return named;
      }
    }
    for (int i = 0; i < passages.size() && i < OPENING_PASSAGES; i++) {
      String found = opening(passages.get(i));
      if (found != null) {
        return found;
      }
    }
    for (int i = passages.size() - 1; i >= Math.max(0, passages.size() - CLOSING_PASSAGES); i--) {
      String found = closing(passages.get(i));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The agency that a short line of its own credits; null where it is no such line. */
  static @Nullable String inLine(String passage) {
    return passage.length() <= LONGEST_LINE ? line(passage) : null;
  }

  private static @Nullable String opening(String passage) {
    Matcher dateline = DATELINE.matcher(passage);
    if (dateline.find()) {
      String named = agency(dateline.group(1));
      if (named != null) {
        return named;
      }
    }
    Matcher alone = MARK_ALONE.matcher(passage);
    if (alone.find()) {
      return agency(alone.group(1));
    }
    return passage.length() <= LONGEST_LINE ? line(passage) : null;
  }

  private static @Nullable String closing(String passage) {
    if (passage.length() <= LONGEST_LINE) {
      String named = line(passage);
      if (named != null) {
        return named;
      }
    }
    Matcher end = END_MARK.matcher(passage);
    return end.find() ? agency(end.group(1)) : null;
  }

  private static @Nullable String line(String passage) {
    Matcher line = LINE.matcher(passage);
    if (!line.find()) {
      return known(passage.replaceAll("^[\\W]+|[\\W]+$", ""));
    }
    String rest = line.group(1);
    for (int end : ends(rest)) {
      String named = agency(rest.substring(0, end));
      if (named != null) {
        return named;
      }
    }
    return null;
  }

  /** Where a name may end: at the first mark of punctuation, or at the end. */
  private static int[] ends(String rest) {
    Matcher stop = Pattern.compile("[.,;|/·(]").matcher(rest);
    return stop.find() ? new int[] {stop.start(), rest.length()} : new int[] {rest.length()};
  }

  private static @Nullable String agency(String text) {
    String name = text.strip().replaceAll("[.,;:]+$", "");
    String named = known(name);
    if (named != null) {
      return named;
    }
    return SOUNDS_LIKE_AGENCY.matcher(name).matches() ? name : null;
  }

  private static @Nullable String known(String text) {
    String first = text.strip().toLowerCase(java.util.Locale.ROOT);
    String named = AGENCIES.get(first);
    if (named == null) {
      for (String part : first.split("\\s*[/,|]\\s*")) {
        named = named == null ? AGENCIES.get(part) : named;
      }
    }
    return named;
  }
}
