package colophon.edition;

import colophon.brief.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plain text or Markdown again. */
final class PlainProof {

  /** The end of a link's text and its target; an escaped bracket ends none. */
  private static final Pattern LINK = Pattern.compile("(?<!\\\\)]\\(([^)]*)\\)");

  private final Proof proof;
  private final UnaryOperator<String> escape;
  private final boolean markdown;

  private PlainProof(Proof proof, UnaryOperator<String> escape, boolean markdown) {
    this.proof = proof;
    this.escape = escape;
    this.markdown = markdown;
  }

  static PlainProof text(Proof proof) {
    return new PlainProof(proof, UnaryOperator.identity(), false);
  }

  static PlainProof markdown(Proof proof) {
    return new PlainProof(proof, MarkdownText::escape, true);
  }

  List<String> read(String text) {
    var findings = new ArrayList<String>();
    List<String> lines = text.lines().toList();
    Label label = proof.label();
    if (lines.isEmpty() || !lines.getFirst().equals(label.shortText())) {
      findings.add("its first line is not the label \"" + label.shortText() + "\"");
    }
    if (!lines.contains(escape.apply(label.how()))) {
      findings.add("it does not say how the text was made");
    }
    if (!lines.contains(escape.apply(label.longText()))) {
      findings.add("the disclaimer at the foot is missing or altered");
    }
    checkSentences(text, findings);
    if (markdown) {
      checkMarkdown(text, findings);
    }
    return findings;
  }

  private void checkSentences(String text, List<String> findings) {
    String mark = escape.apply("[");
    int from = 0;
    for (Sentence sentence : proof.sentences()) {
      String expected = escape.apply(sentence.text()) + " " + mark;
      int at = text.indexOf(expected, from);
      if (at < 0) {
        findings.add("the sentence " + sentence.id() + " is missing, altered or has no mark");
      } else {
        from = at + expected.length();
      }
    }
  }

  private static void checkMarkdown(String text, List<String> findings) {
    if (text.indexOf('<') >= 0) {
      findings.add("it holds HTML");
    }
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      String target = links.group(1);
      if (WebLink.parse(target).isEmpty() && !target.startsWith("mailto:")) {
        findings.add("it links to \"" + target + "\", which is neither http nor https");
      }
    }
  }
}
