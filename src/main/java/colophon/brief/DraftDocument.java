package colophon.brief;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a draft as a canonical JSON document of the form {@code draft/1}, and amendments. */
public final class DraftDocument {

  static final String FORM = "draft/1";

  private DraftDocument() {}

  /** The document as it is kept. */
  public static byte[] format(Draft draft) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("form", Json.of(FORM));
    members.put("id", Json.of(draft.id()));
    members.put("storyId", Json.of(draft.storyId()));
    members.put("storyRevision", Json.of(draft.storyRevision()));
    members.put("brief", brief(draft.brief()));
    members.put("writing", writing(draft.writing()));
    if (!draft.rewritings().isEmpty()) {
      members.put(
          "rewritings",
          Json.array(draft.rewritings().stream().map(DraftDocument::rewriting).toList()));
    }
    members.put("writtenAt", Json.of(draft.writtenAt().toString()));
    return CanonicalJson.bytes(new Json.Obj(members));
  }

  private static Json rewriting(Rewriting rewriting) {
    return Json.object(
        "sentences", Json.array(rewriting.sentences().stream().map(Json::of).toList()),
        "by", Json.of(rewriting.by()),
        "writing", writing(rewriting.writing()));
  }

  static Json brief(Brief brief) {
    return Json.object(
        "language", Json.of(brief.language().tag()),
        "headline", sentence(brief.headline()),
        "standfirst", sentences(brief.standfirst()),
        "lede", sentences(brief.lede()),
        "sections", Json.array(brief.sections().stream().map(DraftDocument::section).toList()));
  }

  private static Json section(Section section) {
    return Json.object(
        "subhead", sentence(section.subhead()),
        "paragraphs",
            Json.array(section.paragraphs().stream().map(DraftDocument::sentences).toList()));
  }

  private static Json sentences(List<Sentence> sentences) {
    return Json.array(sentences.stream().map(DraftDocument::sentence).toList());
  }

  /** An amendment as it is kept, canonical JSON. */
  public static byte[] format(Amendment amendment) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("sentence", Json.of(amendment.sentenceId()));
    members.put("before", Json.of(amendment.before()));
    switch (amendment) {
      case Amendment.Rewrite rewrite -> {
        members.put("kind", Json.of("rewrite"));
        members.put("text", Json.of(rewrite.text()));
      }
      case Amendment.Cut ignored -> members.put("kind", Json.of("cut"));
      case Amendment.Bind bind -> {
        members.put("kind", Json.of("bind"));
        members.put("citations", citations(bind.citations()));
      }
      case Amendment.Renew renew -> {
        members.put("kind", Json.of("renew"));
        members.put("section", section(renew.section()));
        members.put("writing", writing(renew.writing()));
      }
      case Amendment.Insert insert -> {
        members.put("kind", Json.of("insert"));
        members.put("text", Json.of(insert.text()));
        members.put("citations", citations(insert.citations()));
      }
    }
    return CanonicalJson.bytes(new Json.Obj(members));
  }

  private static Json citations(List<Citation> citations) {
    return Json.array(citations.stream().map(DraftDocument::citation).toList());
  }

  private static Json sentence(Sentence sentence) {
    return Json.object(
        "id", Json.of(sentence.id()),
        "role", Json.of(sentence.role().name()),
        "text", Json.of(sentence.text()),
        "citations", citations(sentence.citations()),
        "author", author(sentence.author()));
  }

  private static Json author(Author author) {
    return switch (author) {
      case Author.Model ignored -> Json.object("model", Json.of(true));
      case Author.Person person -> Json.object("person", Json.of(person.name()));
    };
  }

  private static Json citation(Citation citation) {
    return Json.object(
        "articleId", Json.of(citation.articleId()),
        "passage", Json.of(citation.passage()),
        "textDigest", Json.of(citation.textDigest().toString()),
        "start", Json.of(citation.span().start()),
        "end", Json.of(citation.span().end()),
        "quote", Json.of(citation.quote()),
        "prefix", Json.of(citation.prefix()),
        "suffix", Json.of(citation.suffix()));
  }

  private static Json writing(Writing writing) {
    Map<String, Json> parameters = new LinkedHashMap<>();
    writing.parameters().forEach((name, value) -> parameters.put(name, Json.of(value)));
    return Json.object(
        "provider", Json.of(writing.provider()),
        "model", Json.of(writing.model()),
        "modelVersion", Json.of(writing.modelVersion()),
        "promptId", Json.of(writing.promptId()),
        "promptVersion", Json.of(writing.promptVersion()),
        "prompt", Json.of(writing.prompt().toString()),
        "parameters", new Json.Obj(parameters),
        "request", Json.of(writing.request().toString()),
        "response", Json.of(writing.response().toString()),
        "inputTokens", Json.of(writing.inputTokens()),
        "outputTokens", Json.of(writing.outputTokens()),
        "costMicros",
            writing.costMicros() == null ? new Json.Null() : Json.of(writing.costMicros()),
        "attempts", Json.of(writing.attempts()));
  }
}
