package colophon.article;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells by name the paragraph that stands between headline and text. */
final class Standfirst {

  private static final Pattern NAME =
      Pattern.compile(
          "(^|.*[^a-z])(standfirst|dek|deck|lead|lede|leadtext|subtitle|subtitulo|sub-?head(line|ing)?|subheadline|"
              + "summary|intro|introduction|excerpt|abstract|kicker-text|chapo|chapeau|bajada|entradilla|"
              + "sottotitolo|sommario|vorspann|teaser-?text|ingress|manchet|perex|description)($|[^a-z].*)");

  private Standfirst() {}

  static boolean isNamed(Element element) {
    Element at = element;
    for (int up = 0; at != null && up < 3; up++) {
      String names = (at.className() + " " + at.id() + " " + at.attr("itemprop"));
      for (String token : names.toLowerCase(Locale.ROOT).split("\\s+")) {
        if (NAME.matcher(token).matches()) {
          return true;
        }
      }
      at = at.parent();
    }
    return false;
  }
}
