package colophon.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells by name which parts of a page are its furniture: navigation, sharing, related links. */
final class Furniture {

  private static final Set<String> TAGS =
      Set.of(
          "nav", "footer", "aside", "form", "figcaption", "dialog", "menu", "address", "fieldset");

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "menu",
          "menubar",
          "dialog",
          "alertdialog",
          "toolbar",
          "tablist",
          "alert");

  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  /** Whole words of a class or id, between hyphens and underscores. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(^|.*[^a-z])(nav|navbar|navigation|menu|breadcrumbs?|crumbs|masthead|topbar|bottombar|"
              + "shar(e|es|ing|er|ebar|ethis|etools)|social|sociable|addtoany|sharedaddy|"
              + "related|recommend(ed|ation|ations)?|recirc(ulation)?|"
              + "newsletters?|signup|subscri(be|ption|ptions)|paywall|regwall|promos?|promotion|promoted|"
              + "comments?|commentlist|disqus|respond|cookies?|consent|gdpr|onetrust|"
              + "footer|sidebar|rail|bylines?|bio|authorbox|aboutauthor|"
              + "taglist|caption|captions|figcaption|"
              + "adverts?|advertisements?|advertising|ads|advert|adslot|dfp|sponsor(ed|s)?|"
              + "banner|popup|modal|overlay|lightbox|tooltip|toolbar|widgets?|"
              + "outbrain|taboola|trending|popular|mostread|mostpopular|readnext|"
              + "pagination|pager|paging|skip|skiplink|ticker|"
              + "login|signin|donate|donation|feedback|rating|ratings|poll|quiz|"
              + "copyright|disclaimer|timestamp|datestamp|dateline|pubdate|"
              + "follow|followus|teasers?|playlist|gallery|slideshow|carousel|"
              + "infobox|factbox|toc|hashtags?|keywords|tags|topics|"
              + "mehr|weiterlesen|verwandt|empfehlungen|werbung|anzeige|kommentare)($|[^a-z].*)");

  private static final Pattern PAIRS =
      Pattern.compile(
          "(^|.*[^a-z])("
              + "(most|more|also|read|see|keep|continue|up|you-may)[-_]?(read(ing)?|on|from|stories|popular|also|next|like|viewed)|"
              + "(author|writer|reporter)[-_]?(bio|info|box|card|details?|profile|about|block|desc(ription)?|name|meta|s)?|"
              + "(article|post|entry|story|content)[-_]?(meta|footer|tags?|date|info|author|actions?|tools?|share|links|details|byline|nav)|"
              + "(photo|image|img|media|picture|video)[-_]?(credit|caption|desc(ription)?|info|meta|legend|title)|"
              + "(read|reading)[-_]?(time|duration)|(publish(ed)?|post|update[d]?)[-_]?(date|time|on)|"
              + "(link|news|story|article|post|latest|top)[-_]?(list|feed|grid|stories|news|articles|posts|box)|"
              + "(call[-_]to[-_]action|cta|inline[-_]?(link|related|promo|newsletter))|ad|wp-caption.*|tag"
              + ")($|[^a-z0-9].*)");

  private static final Pattern BODY =
      Pattern.compile(
          "(^|.*[^a-z])(article|story|post|entry|content|news|text|page|main)?[-_]?"
              + "(body|articlebody|storybody|postbody|content|text|copy|fulltext|maintext|paragraphs?|richtext)($|[^a-z].*)");

  private Furniture() {}

  /** Whether an element names itself as furniture. */
  static boolean isSuspect(Element element) {
    String name = element.normalName();
    if (name.equals("body") || name.equals("html") || name.equals("main")) {
      return false;
    }
    if (TAGS.contains(name) || ROLES.contains(element.attr("role"))) {
      return true;
    }
    if (name.equals("header") && element.closest("article, main") == null) {
      return true;
    }
    if (name.equals("article") || element.attr("itemprop").equals("articleBody")) {
      return false;
    }
    return isSuspectName(element.className()) || isSuspectName(element.id());
  }

  private static boolean isSuspectName(String names) {
    if (names.isEmpty()) {
      return false;
    }
    for (String token : CAMEL.matcher(names).replaceAll("-").split("\\s+")) {
      String word = token.toLowerCase(Locale.ROOT);
      if (word.length() > 80
          || word.startsWith("has-")
          || word.startsWith("no-")
          || word.startsWith("with-")
          || word.startsWith("is-")
          || word.indexOf(':') >= 0) {
        continue;
      }
      if (WORDS.matcher(word).matches() || PAIRS.matcher(word).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an element names itself as the article's text. */
  static boolean isBodyName(Element element) {
    if (element.attr("itemprop").toLowerCase(Locale.ROOT).contains("articlebody")) {
      return true;
    }
    String names = element.className() + " " + element.id();
    for (String token : CAMEL.matcher(names).replaceAll("-").split("\\s+")) {
      if (BODY.matcher(token.toLowerCase(Locale.ROOT)).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether any part around an element is navigation or the like. */
  static boolean isInFurniture(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      String name = at.normalName();
      if (name.equals("nav")
          || name.equals("footer")
          || name.equals("form")
          || name.equals("menu")
          || ROLES.contains(at.attr("role"))) {
        return true;
      }
    }
    return false;
  }
}
