package colophon.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The page at a brief's permalink: the attested page of its current version, with what may change
 * put around it, its earlier versions and related briefs. It is made from the attested bytes alone,
 * so that nothing else is needed to make the site again.
 */
public final class CurrentPage {

  private static final String VERSION_ROOT = "../../../";
  private static final String CURRENT_ROOT = "../../";
  private static final String BRIEF_ROOT = "../";

  private CurrentPage() {}

  /**
   * The page for {@code briefs/SLUG/index.html}.
   *
   * @param page the {@code index.html} of the current version, as attested
   * @param versions every version that is out, at least one, in any order; the one with the highest
   *     number is current
   * @param related at most {@link Related#MOST} are shown
   */
  public static Artefact render(
      Artefact page, List<VersionPlan> versions, List<Related> related, Imprint imprint) {
    List<VersionPlan> ordered =
        versions.stream().sorted(Comparator.comparingInt(VersionPlan::version)).toList();
    Document attested = Jsoup.parse(new String(page.bytes(), UTF_8));
    Document current = attested.clone();
    current.outputSettings().prettyPrint(false).charset(UTF_8);
    Words words = Words.in(one(current, "html").attr("lang"));
    move(current, "v" + ordered.getLast().version() + "/", words);
    if (ordered.size() > 1) {
      one(current, ".head").append(earlier(ordered.subList(0, ordered.size() - 1), words, imprint));
    }
    if (!related.isEmpty()) {
      one(current, "main")
          .after(
              Templates.text(
                  "related",
                  Map.of(
                      "related", related.stream().limit(Related.MOST).toList(), "words", words)));
    }
    check(attested, current);
    byte[] bytes = (current.outerHtml().strip() + "\n").getBytes(UTF_8);
    return new Artefact(PageRenderer.NAME, PageRenderer.MEDIA_TYPE, bytes);
  }

  /** The page now stands one folder higher than the files it points to. */
  private static void move(Document page, String folder, Words words) {
    one(page, "#check").text(words.text("verify.current") + " ");
    one(page, "#check").appendElement("code").text("colophon verify index.html");
    // The credential is of the version's page; this one is put together from it and has none.
    page.select("link[rel=c2pa-manifest]").remove();
    Element permanent = one(page, "a[href=../index.html]");
    permanent.text(words.text("fixed.link"));
    permanent.attr("href", PageRenderer.NAME);
    for (Element link : page.select("[href]")) {
      String target = link.attr("href");
      if (target.startsWith(VERSION_ROOT)) {
        link.attr("href", CURRENT_ROOT + target.substring(VERSION_ROOT.length()));
      } else if (target.startsWith(BRIEF_ROOT)) {
        link.attr("href", target.substring(BRIEF_ROOT.length()));
      } else if (!target.startsWith("#") && !target.contains(":")) {
        link.attr("href", folder + target);
      }
    }
  }

  private static String earlier(List<VersionPlan> earlier, Words words, Imprint imprint) {
    return Templates.text(
        "earlier", Map.of("earlier", earlier, "words", words, "zone", imprint.zone()));
  }

  /** What was attested must still stand there, label first; otherwise this room has a fault. */
  private static void check(Document attested, Document current) {
    Optional<String> label = Markup.firstText(one(attested, "main")).map(TextNode::getWholeText);
    Optional<String> shown = Markup.firstText(one(current, "main")).map(TextNode::getWholeText);
    boolean same =
        label.isPresent()
            && label.equals(shown)
            && !Markup.isHidden(one(current, "aside.label .label-short"))
            && sentences(attested).equals(sentences(current));
    if (!same || !Markup.foreign(current).isEmpty()) {
      throw new IllegalStateException("a current page differs from the version it shows");
    }
  }

  private static List<String> sentences(Document page) {
    return page.select(".sentence").stream().map(Element::wholeText).toList();
  }

  private static Element one(Document page, String query) {
    Element found = page.selectFirst(query);
    if (found == null) {
      throw new IllegalStateException("an attested page has " + query + ", this one has not");
    }
    return found;
  }
}
