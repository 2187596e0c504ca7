package colophon.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells by name which parts of a page are its furniture: navigation, sharing, related links. */
final class Furniture {

  private static final Set<String> TAGS =
      words("nav footer aside form figcaption dialog menu address fieldset");

  private static final Set<String> ROLES =
      words(
          """
          navigation banner contentinfo complementary search menu menubar dialog alertdialog toolbar
          tablist alert
          """);

  /** Any of these words in a class or id names furniture. */
  private static final Set<String> WORDS =
      words(
          """
          nav navbar navigation menu breadcrumb breadcrumbs crumbs masthead topbar bottombar
          share shares sharing sharer sharebar sharethis sharetools social sociable addtoany
          sharedaddy related recommend recommended recommendation recommendations recirc
          recirculation newsletter newsletters signup subscribe subscription subscriptions
          regwall promo promos promotion promoted comment comments commentlist disqus respond cookie
          cookies consent gdpr onetrust footer sidebar rail byline bylines bio authorbox aboutauthor
          taglist caption captions figcaption advert adverts advertisement advertisements advertising
          ads adslot dfp sponsor sponsored sponsors banner popup modal overlay lightbox tooltip
          toolbar widget widgets outbrain taboola trending popular mostread mostpopular readnext
          pagination pager paging skip skiplink ticker login signin donate donation feedback rating
          ratings poll quiz copyright disclaimer timestamp datestamp dateline pubdate follow followus
          teaser teasers playlist gallery slideshow carousel infobox factbox toc hashtag hashtags
          keywords tags topics mehr weiterlesen verwandt empfehlungen werbung anzeige kommentare
          """);

  /** These words name what is never the article, however much text it holds beside one. */
  private static final Set<String> CERTAIN =
      words(
          """
          nav footer aside navigation contentinfo comment comments commentlist disqus respond related
          recommend recommended recommendation recommendations recirc recirculation newsletter
          newsletters cookie cookies consent gdpr onetrust outbrain taboola trending mostread
          mostpopular readnext sidebar kommentare
          """);

  /** Two of these words side by side name furniture: first and second of a pair. */
  private static final List<List<Set<String>>> PAIRS =
      List.of(
          List.of(
              words("most more also read see keep continue up may"),
              words("read reading on from stories popular also next like viewed")),
          List.of(
              words("author writer reporter"),
              words(
                  "bio info box card detail details profile about block desc description name"
                      + " meta")),
          List.of(
              words("article post entry story content"),
              words(
                  """
                  meta footer tag tags date info author action actions tool tools share links
                  details byline nav
                  """)),
          List.of(
              words("photo image img media picture video"),
              words("credit caption desc description info meta legend title")),
          List.of(words("read reading"), words("time duration")),
          List.of(words("publish published post update updated"), words("date time on")),
          List.of(
              words("link news story article post latest top"),
              words("list feed grid stories news articles posts box")),
          List.of(words("call to"), words("to action")),
          List.of(words("inline"), words("link related promo newsletter")));

  private static final Set<String> ALONE = words("ad cta author tag");

  /** What a layout says of itself rather than of the part that bears the class. */
  private static final Set<String> LAYOUT = words("has no with without");

  private static final Set<String> BODY =
      words(
          """
          body articlebody storybody postbody entrybody content text copy fulltext maintext paragraph
          paragraphs richtext
          """);

  private Furniture() {}

  /** The word by which an element names itself as furniture; null where it does not. */
  static @Nullable String suspicion(Element element) {
    String name = element.normalName();
    if (name.equals("body") || name.equals("html") || name.equals("main")) {
      return null;
    }
    if (TAGS.contains(name)) {
      return name.equals("form") && wrapsThePage(element) ? null : name;
    }
    if (ROLES.contains(element.attr("role"))) {
      return element.attr("role");
    }
    if (name.equals("header") && element.closest("article, main") == null) {
      return name;
    }
    if (name.equals("article") || element.attr("itemprop").equals("articleBody")) {
      return null;
    }
    String named = named(element.className());
    named = named == null ? named(element.id()) : named;
    return named != null && wrapsThePage(element) ? null : named;
  }

  /** A part with the page's headline or its main part in it is a layer of the layout. */
  private static boolean wrapsThePage(Element element) {
    return element.selectFirst("main, h1, [itemprop=articleBody]") != null;
  }

  private static @Nullable String named(String names) {
    if (names.isEmpty() || names.indexOf(':') >= 0 && names.indexOf(' ') < 0) {
      return null;
    }
    for (List<String> words : NameWords.of(names)) {
      if (!words.isEmpty()) {
        String word = furniture(words);
        if (word != null) {
          return word;
        }
      }
    }
    return null;
  }

  private static @Nullable String furniture(List<String> words) {
    if (words.size() == 1 && ALONE.contains(words.getFirst())) {
      return words.getFirst();
    }
    if (words.getFirst().equals("ad") || words.getLast().equals("ad")) {
      return "ad";
    }
    for (int i = 0; i < words.size(); i++) {
      if (LAYOUT.contains(words.get(i))) {
        return null;
      }
      if (WORDS.contains(words.get(i))) {
        return words.get(i);
      }
      if (i + 1 < words.size() && isPair(words.get(i), words.get(i + 1))) {
        return words.get(i) + " " + words.get(i + 1);
      }
    }
    return null;
  }

  private static boolean isPair(String first, String second) {
    for (List<Set<String>> pair : PAIRS) {
      if (pair.getFirst().contains(first) && pair.getLast().contains(second)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of {@link #suspicion} leaves hardly a doubt. */
  static boolean isCertain(String word) {
    return CERTAIN.contains(word);
  }

  /** Whether an element names itself as the article's text. */
  static boolean isBodyName(Element element) {
    if (element.attr("itemprop").contains("articleBody")) {
      return true;
    }
    return namesBody(element.className()) || namesBody(element.id());
  }

  private static boolean namesBody(String names) {
    if (names.isEmpty()) {
      return false;
    }
    for (List<String> words : NameWords.of(names)) {
      for (String word : words) {
        if (BODY.contains(word)) {
          return true;
        }
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
          || name.equals("form") && !wrapsThePage(at)
          || name.equals("menu")
          || ROLES.contains(at.attr("role"))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(String list) {
    return Set.copyOf(new HashSet<>(List.of(list.strip().split("\\s+"))));
  }
}
