package colophon.llm;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.llm.BriefAnswer.Line;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.List;

/**
 * What a model answers where one section is to be written again:
 *
 * <pre>
 * {"subhead": {"text": "…", "passages": ["1.3"]},
 *  "body": [{"paragraph": 1, "text": "…", "passages": ["1.3", "2.1"]}]}
 * </pre>
 *
 * @param body every sentence of the section in order, one at least
 */
public record SectionAnswer(Line subhead, List<BodyLine> body) {

  /** The schema sent with a request. */
  public static final JsonSchema SCHEMA = AnswerSchema.section();

  public SectionAnswer {
    body = List.copyOf(body);
  }

  /** A sentence; paragraphs count from 1. */
  public record BodyLine(int paragraph, Line line) {}

  /** Reads an answer; the exception names the first thing that is wrong. */
  public static SectionAnswer parse(String json) throws MessageFormatException {
    return AnswerReader.readSection(json);
  }

  /** The answer in canonical JSON, in the form that {@link #parse} reads. */
  public String format() {
    return CanonicalJson.text(
        Json.object(
            "subhead", BriefAnswer.line(subhead),
            "body",
                Json.array(
                    body.stream()
                        .map(each ->
                            BriefAnswer.line(each.line())
                                .with("paragraph", Json.of(each.paragraph())))
                        .toList())));
  }
}
