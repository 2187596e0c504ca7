package colophon.article;

import java.util.regex.Pattern;

/** Short lines that stand inside articles everywhere and are not their text. */
final class Boilerplate {

  private static final int LONGEST = 240;

  private static final Pattern WHOLE =
      Pattern.compile(
          "(?i)^\\W*("
              + "advertisement|advertising|anzeige|werbung|publicité|publicidad|pubblicità|annonce|reklam[ae]?|реклама|광고|広告|ad|sponsored("
              + " content)?|loading\\W*|share("
              + " (this|on).{0,40})?|teilen|compartir|condividi|partager|read more|more|mehr("
              + " lesen)?|weiterlesen|leer más|lire plus|leggi"
              + " (anche|tutto)|comments?|kommentare|reply|print|email|save|copy link|link"
              + " copied\\W*|image|photo|video|getty( images)?|continue reading( below)?|story"
              + " continues( below.*)?|article continues( below.*)?|skip( advert(isement)?| to"
              + " .{0,40})?|sign up|subscribe|log in|follow( us)?|tags?|topics?|related( .{0,30})?"
              + ")\\W*$");

  private static final Pattern START =
      Pattern.compile(
          "(?i)^\\W*((read|see|watch|listen)( (more|also|next|on|now))?\\s*[:|>»]|read"
              + " (more|also|next)\\b|more (on|from) |also read|you may also|recommended|related("
              + " (article|stor|content|link|news|coverage|read)\\w*)?\\s*[:|]|related"
              + " (articles|stories|content|links|news|coverage|reading)\\b|lesen sie"
              + " (auch|mehr)|mehr zum thema|lire aussi|à lire|lee también|lea también|te puede"
              + " interesar|leggi anche|leia (mais|também)|lees ook|læs også|les også|läs också|lue"
              + " myös|czytaj (też|także|również)|zobacz także|читайте также|читать далее|sign up"
              + " (for|to|here|now)|subscribe (to|now|for|here)|join our|download our|get the"
              + " latest|get our |follow us|follow .{2,30} on (twitter|x|facebook|instagram)|click"
              + " here|tap here|click (to|on)|this (story|article) (was )?(originally|first)"
              + " (appeared|published)|originally published|©|copyright|\\(c\\) ?\\d{4}|all rights"
              + " reserved|(photo|image|picture|foto|photograph|bild|fotograf)(s|graph)?("
              + " (by|credit|courtesy|via))?\\s*[:/]|reporting by |editing by |additional reporting"
              + " by|(published|updated|last"
              + " updated|posted|veröffentlicht|aktualisiert|publié|publicado|actualizado|aggiornato|pubblicato)\\b.{0,60}\\d|\\d+"
              + " min(ute)?s? (read|ago)|\\d+ (hours?|days?|minutes?) ago|enable javascript|please"
              + " enable|your browser|terms (of|and)|privacy policy|cookie).*");

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?i)^\\W*(by|von|par|por|di|door|av|af|autor|author|text|redaktion)\\s*:?\\s+(\\p{Lu}[\\p{L}.'’-]+["
              + " ,|&/]*(and |und |et |y |e |of )?){1,8}(\\W.{0,60})?$");

  private Boilerplate() {}

  /** Whether a block is such a line. */
  static boolean is(Block block) {
    String text = block.text();
    if (text.length() > LONGEST || !text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      return text.length() <= LONGEST;
    }
    if (WHOLE.matcher(text).matches()) {
      return true;
    }
    if (START.matcher(text).matches()) {
      return true;
    }
    if (isDateLine(text)) {
      return true;
    }
    return text.length() < 100
        && !text.endsWith(".")
        && Character.isUpperCase(text.codePointAt(0))
        && Pattern.compile("^(By|BY|Von|Par|Por|Di|Door|Av|Text:|Autor:|Author:)\\s")
            .matcher(text)
            .find()
        && BYLINE.matcher(text).matches();
  }

  /** A byline or a line of its own with the date; the date was read before. */
  private static boolean isDateLine(String text) {
    return text.length() < 90
        && !text.matches(".*\\p{Ll}{3,}[.!?]$")
        && AgencyCredit.inLine(text) == null
        && DateText.read(text).filter(found -> found.precision() > 0).isPresent();
  }
}
