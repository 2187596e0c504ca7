package colophon.article;

import colophon.text.NormalText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The outlet's name as a page shows it, where no element declares it: a short text that spells the
 * name of the host ({@code harbour-post.example} and "Harbour Post").
 */
final class OutletName {

  private static final int MOST_LOOKED_AT = 600;
  private static final int LONGEST = 60;
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?:©|ⓒ|Copyright|\\(c\\))\\s*(?:\\d{4}(?:\\s*[-–]\\s*\\d{4})?)?\\s*([^|·.,©<>]{3,60})");

  private OutletName() {}

  static Optional<String> find(Document page, @Nullable URI... addresses) {
    for (URI address : addresses) {
      if (address != null && address.getHost() != null) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        for (String text : texts(page)) {
          if (spells(text, host)) {
            return Optional.of(text);
          }
        }
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<String> texts(Document page) {
    var texts = new ArrayList<String>();
    for (String part : page.title().split("\\s+[|–—·•»:/~-]+\\s+|:\\s+|\\s*[|｜]\\s*")) {
      add(part, texts);
    }
    for (Element element :
        page.select(
            "[class*=logo], [class*=brand], [id*=logo], header a, b, strong, h1 a, a[href=/]")) {
      if (texts.size() > MOST_LOOKED_AT) {
        break;
      }
      add(element.ownText(), texts);
      Element image = element.selectFirst("img[alt]");
      add(image == null ? "" : image.attr("alt"), texts);
    }
    Matcher copyright = COPYRIGHT.matcher(page.body().text());
    for (int i = 0; i < 5 && copyright.find(); i++) {
      add(copyright.group(1), texts);
    }
    return texts;
  }

  private static void add(String text, List<String> texts) {
    String line = NormalText.line(text);
    if (line.length() >= 3 && line.length() <= LONGEST) {
      texts.add(line);
    }
  }

  private static boolean spells(String text, String host) {
    String mine = squashed(text.replace("&", "and"));
    if (mine.length() < 3) {
      return false;
    }
    String[] labels = host.split("\\.");
    for (int i = 0; i < labels.length - 1; i++) {
      String label = squashed(labels[i]);
      if (label.equals(mine) || ("the" + label).equals(mine) || label.equals("the" + mine)) {
        return true;
      }
    }
    return false;
  }

  private static String squashed(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
