package colophon.edition;

import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads a feed entry or a ninjs item again. */
final class EntryProof {

  /** The largest entry read, in bytes. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private final Proof proof;
  private final List<String> findings = new ArrayList<>();

  EntryProof(Proof proof) {
    this.proof = proof;
  }

  List<String> readAtom(byte[] xml) {
    try {
      AtomEntry entry = AtomEntry.read(xml);
      checkSummary(entry.summary());
      checkHtml(entry.content());
      checkLink(entry.link());
    } catch (FeedFormatException e) {
      findings.add(String.valueOf(e.getMessage()));
    }
    return findings;
  }

  List<String> readFeedItem(byte[] json) {
    readObject(json)
        .ifPresent(item -> {
          checkSummary(text(item.get("summary")));
          checkHtml(text(item.get("content_html")));
          findings.addAll(PlainProof.text(proof).read(text(item.get("content_text"))));
          checkLink(text(item.get("url")));
        });
    return findings;
  }

  List<String> readNinjs(byte[] json) {
    readObject(json)
        .ifPresent(item -> {
          Json description = first(item.get("descriptions"));
          Json expected =
              Json.object(
                  "role", Json.of(NinjsRenderer.LABEL_ROLE),
                  "contentType", Json.of("text/plain"),
                  "value", Json.of(proof.label().shortText()));
          if (!expected.equals(description)) {
            findings.add("its first description is not the label");
          }
          if (!text(item.get("usageTerms")).startsWith(proof.label().shortText())) {
            findings.add("its terms of use do not begin with the label");
          }
          checkSourceType(item.get("digitalSourceType"));
          checkBodies(item.get("bodies"));
        });
    return findings;
  }

  private void checkSourceType(@Nullable Json value) {
    Json uri = value instanceof Json.Obj members ? members.get("uri") : null;
    if (!Json.of(proof.label().digitalSourceType()).equals(uri)) {
      findings.add("its digital source type is not the label's");
    }
  }

  private void checkBodies(@Nullable Json bodies) {
    if (!(bodies instanceof Json.Arr array) || array.items().isEmpty()) {
      findings.add("it has no body");
      return;
    }
    for (Json item : array.items()) {
      if (item instanceof Json.Obj body && Json.of("text/html").equals(body.get("contentType"))) {
        checkHtml(text(body.get("value")));
      } else if (item instanceof Json.Obj body) {
        findings.addAll(PlainProof.text(proof).read(text(body.get("value"))));
      }
    }
  }

  private void checkSummary(String summary) {
    if (!EntryContent.isLabelled(summary, proof.label().shortText())) {
      findings.add("the summary does not begin with the label");
    }
  }

  private void checkLink(String link) {
    if (WebLink.parse(link).isEmpty()) {
      findings.add("it links to \"" + link + "\", which is neither http nor https");
    }
  }

  private void checkHtml(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    findings.addAll(Markup.foreign(body));
    Optional<TextNode> first = Markup.firstText(body);
    if (first.isEmpty() || !first.get().getWholeText().equals(proof.label().shortText())) {
      findings.add("the first text of its content is not the label");
    } else if (Markup.isHidden(first.get())) {
      findings.add("the label is hidden");
    }
    if (!body.wholeText().contains(proof.label().longText())) {
      findings.add("the disclaimer at the foot is missing or altered");
    }
    body.select("[href]").forEach(link -> checkLink(link.attr("href")));
    for (Sentence sentence : proof.sentences()) {
      if (sentence.role() != Role.HEADLINE) {
        checkSentence(body, sentence);
      }
    }
  }

  private void checkSentence(Element body, Sentence sentence) {
    boolean marked =
        body.select("span").stream()
            .filter(span -> span.wholeText().equals(sentence.text()))
            .map(Element::nextElementSibling)
            .anyMatch(next -> next != null && next.nameIs("sup") && next.childrenSize() > 0);
    if (!marked) {
      findings.add("the sentence " + sentence.id() + " is missing, altered or has no mark");
    }
  }

  private Optional<Json.Obj> readObject(byte[] json) {
    try {
      return Optional.of(JsonReader.readObject(json, MOST_BYTES));
    } catch (JsonFormatException e) {
      findings.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static @Nullable Json first(@Nullable Json value) {
    return value instanceof Json.Arr array && !array.items().isEmpty()
        ? array.items().getFirst()
        : null;
  }

  private static String text(@Nullable Json value) {
    return value instanceof Json.Str string ? string.value() : "";
  }
}
