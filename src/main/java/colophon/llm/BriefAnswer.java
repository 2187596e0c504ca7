package colophon.llm;

import colophon.brief.Brief;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.story.Dossier;
import colophon.story.PassageId;
import colophon.text.Language;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.List;

/**
 * What a model answers to a passages message: every sentence of a brief with the passages it rests
 * on. The form is flat, every member is required and nothing refers elsewhere, so that every
 * provider can hold a model to it:
 *
 * <pre>
 * {"headline": {"text": "…", "passages": ["1.1"]},
 *  "standfirst": [{"text": "…", "passages": ["1.1"]}],
 *  "lede": [{"text": "…", "passages": ["1.2"]}],
 *  "subheads": [{"section": 1, "text": "…", "passages": ["1.3"]}],
 *  "body": [{"section": 1, "paragraph": 1, "text": "…", "passages": ["1.3", "2.1"]}]}
 * </pre>
 *
 * @param subheads one for each section, numbered from 1 without a gap
 * @param body every sentence of the sections, by section and paragraph; each section has one at
 *     least
 */
public record BriefAnswer(
    Line headline,
    List<Line> standfirst,
    List<Line> lede,
    List<Subhead> subheads,
    List<BodyLine> body) {

  /** The schema sent with a request. */
  public static final JsonSchema SCHEMA = AnswerSchema.build();

  /** The largest answer read, in bytes of UTF-8. */
  public static final int MOST_BYTES = 256 * 1024;

  /** The most entries of one list. */
  public static final int MOST_LINES = 80;

  /** The longest sentence, in UTF-16 units. */
  public static final int MOST_CHARACTERS = 1_200;

  /** The most passages one sentence may name. */
  public static final int MOST_PASSAGES = 12;

  /** The most sections, and the most paragraphs of one. */
  public static final int MOST_SECTIONS = 12;

  public BriefAnswer {
    standfirst = List.copyOf(standfirst);
    lede = List.copyOf(lede);
    subheads = List.copyOf(subheads);
    body = List.copyOf(body);
  }

  /** A sentence in normal form and the passages it rests on, at least one. */
  public record Line(String text, List<PassageId> passages) {
    public Line {
      passages = List.copyOf(passages);
    }
  }

  /** The line above a section. */
  public record Subhead(int section, Line line) {}

  /** A sentence of a section; paragraphs count from 1 in each. */
  public record BodyLine(int section, int paragraph, Line line) {}

  /** Reads an answer; the exception names the first thing that is wrong. */
  public static BriefAnswer parse(String json) throws MessageFormatException {
    return AnswerReader.read(json);
  }

  /** The answer in canonical JSON, in the form that {@link #parse} reads. */
  public String format() {
    return CanonicalJson.text(
        Json.object(
            "headline", line(headline),
            "standfirst", Json.array(standfirst.stream().map(BriefAnswer::line).toList()),
            "lede", Json.array(lede.stream().map(BriefAnswer::line).toList()),
            "subheads", Json.array(subheads.stream().map(BriefAnswer::subhead).toList()),
            "body", Json.array(body.stream().map(BriefAnswer::bodyLine).toList())));
  }

  /**
   * The brief that this answer stands for. Every passage named must belong to the dossier; each
   * becomes a citation of the stretch that carries the sentence.
   */
  public Brief toBrief(Dossier dossier, Language language) {
    return new BriefAssembly(dossier, language).assemble(this);
  }

  static Json.Obj line(Line line) {
    return Json.object(
        "text", Json.of(line.text()),
        "passages",
            Json.array(line.passages().stream().map(id -> Json.of(id.toString())).toList()));
  }

  private static Json.Obj subhead(Subhead subhead) {
    return line(subhead.line()).with("section", Json.of(subhead.section()));
  }

  private static Json.Obj bodyLine(BodyLine sentence) {
    return line(sentence.line())
        .with("section", Json.of(sentence.section()))
        .with("paragraph", Json.of(sentence.paragraph()));
  }
}
