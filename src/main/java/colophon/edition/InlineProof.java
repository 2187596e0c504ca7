package colophon.edition;

import colophon.brief.Brief;
import colophon.story.Dossier;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a page or text again that carries its content credential inside. Without the credential it
 * must be the published file, byte for byte, and that is read as any finished format is.
 */
public final class InlineProof {

  private static final Pattern CARRIER =
      Pattern.compile("<script type=\"application/c2pa\">[A-Za-z0-9+/]+=* *</script>");
  private static final Pattern LINK = Pattern.compile("<link rel=\"c2pa-manifest\" [^<>]*>");

  /** A byte order mark and variation selectors: nobody sees them. */
  private static final Pattern UNSEEN =
      Pattern.compile("\\x{FEFF}[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]+");

  private final Artefact published;
  private final Proof proof;

  private InlineProof(Artefact published, Proof proof) {
    this.published = published;
    this.proof = proof;
  }

  /**
   * What is wrong with a copy of a published page or text, a sentence each; empty where nothing was
   * found.
   *
   * @param copy with the credential inside
   * @param published the page or text that it was made from
   * @param label as published
   * @param dossier with the desk notes that the brief cites
   */
  public static List<String> read(
      byte[] copy, Artefact published, Label label, Brief brief, Dossier dossier, Imprint imprint) {
    var notes = new NoteProof(dossier, Words.in(brief.language().tag()));
    var reading = new InlineProof(published, new Proof(label, brief.sentences(), imprint, notes));
    String text = new String(copy, StandardCharsets.UTF_8);
    return published.name().equals(PageRenderer.NAME) ? reading.page(text) : reading.text(text);
  }

  private List<String> page(String copy) {
    Matcher carrier = CARRIER.matcher(copy);
    if (!carrier.find() || carrier.start() > copy.indexOf("</head>")) {
      return List.of("The page has no credential in its head.");
    }
    String rest = copy.substring(0, carrier.start()) + copy.substring(carrier.end());
    return without(rest, LINK.matcher(original()).replaceFirst(""));
  }

  private List<String> text(String copy) {
    String seen = Normalizer.normalize(original(), Normalizer.Form.NFC);
    if (!copy.startsWith(seen) || !UNSEEN.matcher(copy.substring(seen.length())).matches()) {
      return List.of("The text is not the published one with a credential behind it.");
    }
    return without(seen, seen);
  }

  private List<String> without(String rest, String expected) {
    var findings = new ArrayList<String>();
    if (!rest.equals(expected)) {
      findings.add("Without its credential it is not what was published.");
    }
    findings.addAll(
        Proofreader.read(
            new Artefact(
                published.name(), published.mediaType(), rest.getBytes(StandardCharsets.UTF_8)),
            proof));
    return findings;
  }

  private String original() {
    return new String(published.bytes(), StandardCharsets.UTF_8);
  }
}
