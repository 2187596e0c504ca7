package colophon.edition;

import colophon.brief.Sentence;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads every finished format again, with a parser and not with what wrote it, and says what is
 * wrong: a label missing, altered, hidden or not first; a sentence without its mark; a link that is
 * no web address; a character that is never published.
 */
final class Proofreader {

  private Proofreader() {}

  /** What is wrong with the artefact, a sentence each; empty where nothing was found. */
  static List<String> read(Artefact artefact, Proof proof) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(artefact.bytes())).toString();
    } catch (CharacterCodingException e) {
      return List.of(artefact.name() + " is not UTF-8.");
    }
    var findings = new ArrayList<String>();
    CleanText.firstForbidden(text)
        .ifPresent(found -> findings.add("it holds " + found + ", which is never published"));
    findings.addAll(
        proof.notes().leaks(text, proof.sentences().stream().map(Sentence::text).toList()));
    findings.addAll(
        switch (artefact.name()) {
          case PageRenderer.NAME -> new PageProof(proof).read(text);
          case TextRenderer.NAME -> PlainProof.text(proof).read(text);
          case MarkdownRenderer.NAME -> PlainProof.markdown(proof).read(text);
          case NinjsRenderer.NAME -> new EntryProof(proof).readNinjs(artefact.bytes());
          case AtomEntryRenderer.NAME -> new EntryProof(proof).readAtom(artefact.bytes());
          case FeedItemRenderer.NAME -> new EntryProof(proof).readFeedItem(artefact.bytes());
          default -> List.of("nobody knows how to read this format again");
        });
    return findings.stream().map(what -> artefact.name() + ": " + what + ".").toList();
  }
}
