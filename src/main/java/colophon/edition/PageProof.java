package colophon.edition;

import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.story.DeskNote;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Reads a page again. */
final class PageProof {

  /** The largest linked data read back, in bytes. */
  private static final int MOST_LINKED_DATA = 4 * 1024 * 1024;

  private final Proof proof;
  private final List<String> findings = new ArrayList<>();

  PageProof(Proof proof) {
    this.proof = proof;
  }

  List<String> read(String html) {
    Document page = Jsoup.parse(html);
    findings.addAll(Markup.foreign(page));
    checkLabel(page);
    checkLinks(page);
    checkLinkedData(page);
    for (Sentence sentence : proof.sentences()) {
      checkSentence(page, sentence);
    }
    int standing = page.select(".sentence").size();
    if (standing != proof.sentences().size()) {
      findings.add(
          "it holds "
              + standing
              + " sentences where "
              + proof.sentences().size()
              + " were approved");
    }
    return findings;
  }

  private void checkLabel(Document page) {
    Element main = page.selectFirst("main");
    Optional<TextNode> first = main == null ? Optional.empty() : Markup.firstText(main);
    String label = proof.label().shortText();
    if (first.isEmpty() || !first.get().getWholeText().equals(label)) {
      findings.add("the first text in <main> is not the label \"" + label + "\"");
      return;
    }
    Element box = (Element) first.get().parentNode();
    if (box == null || Markup.isHidden(box) || !isStyledAsLabel(box)) {
      findings.add("the label is hidden");
    }
    Element how = page.selectFirst("aside.label .label-how");
    if (how == null || !how.wholeText().startsWith(proof.label().how())) {
      findings.add("the label does not say how the text was made");
    }
    Element foot = page.selectFirst("main .disclaimer");
    if (foot == null || !foot.wholeText().contains(proof.label().longText())) {
      findings.add("the disclaimer at the foot is missing or altered");
    }
  }

  /**
   * A class of the style sheet could move the label out of sight; it and its box have their own.
   */
  private static boolean isStyledAsLabel(Element shortText) {
    Element box = shortText.parent();
    return shortText.className().equals("label-short")
        && box != null
        && box.className().equals("label")
        && box.parents().stream().allMatch(around -> around.className().isEmpty());
  }

  private void checkSentence(Document page, Sentence sentence) {
    Element element = page.getElementById("s-" + sentence.id());
    if (element == null || !element.wholeText().equals(sentence.text())) {
      findings.add("the sentence " + sentence.id() + " is missing or altered");
      return;
    }
    Element marks = element.nextElementSibling();
    if (marks == null || !marks.hasClass("marks") || marks.childrenSize() == 0) {
      findings.add("the sentence " + sentence.id() + " has no mark");
      return;
    }
    List<String> quotes = new ArrayList<>();
    for (Element mark : marks.children()) {
      Element passage = page.getElementById(mark.attr("popovertarget"));
      if (passage == null || !passage.hasClass("passage")) {
        findings.add("a mark of the sentence " + sentence.id() + " opens nothing");
      } else {
        passage.select("mark").forEach(quote -> quotes.add(quote.wholeText()));
      }
      if (page.getElementById("source-" + mark.text()) == null) {
        findings.add("a mark of the sentence " + sentence.id() + " names a source not listed");
      }
    }
    for (Citation citation : sentence.citations()) {
      Optional<DeskNote> note = proof.notes().of(citation.articleId());
      if (note.isPresent() && !isShownAsNote(page, marks, note.get())) {
        findings.add(
            "a desk note that the sentence " + sentence.id() + " rests on is not marked as one");
      }
      if (note.filter(each -> !each.onRecord()).isEmpty()
          && !quotes.contains(CleanText.of(citation.quote()))) {
        findings.add("a passage that the sentence " + sentence.id() + " rests on is not shown");
      }
    }
  }

  /** Whether a mark opens the note with its own mark, and the list of sources has it too. */
  private boolean isShownAsNote(Document page, Element marks, DeskNote note) {
    return marks.children().stream()
        .anyMatch(mark -> {
          Element passage = page.getElementById(mark.attr("popovertarget"));
          Element source = page.getElementById("source-" + mark.text());
          return passage != null
              && source != null
              && proof.notes().isMarked(passage, note)
              && proof.notes().isMarked(source, note)
              && source.select("a").isEmpty()
              && (note.onRecord() || passage.select("blockquote, mark").isEmpty());
        });
  }

  private void checkLinks(Document page) {
    for (Element element : page.select("[href]")) {
      String target = element.attr("href");
      boolean local = target.matches("[#.A-Za-z0-9][A-Za-z0-9._/#-]*");
      if (!local && !isAllowed(target)) {
        findings.add("it links to \"" + target + "\", which is neither http nor https");
      }
    }
  }

  private boolean isAllowed(String target) {
    return WebLink.parse(target).isPresent()
        || URI.create(proof.imprint().contact().toString()).toString().equals(target);
  }

  private void checkLinkedData(Document page) {
    Element script = page.selectFirst("head script[type=application/ld+json]");
    try {
      Json.Obj data =
          JsonReader.readObject(
              script == null ? new byte[0] : script.data().getBytes(StandardCharsets.UTF_8),
              MOST_LINKED_DATA);
      if (!Json.of(proof.label().shortText()).equals(data.get("creditText"))) {
        findings.add("its linked data lacks the label");
      }
    } catch (JsonFormatException e) {
      findings.add("its linked data cannot be read: " + e.getMessage());
    }
  }
}
