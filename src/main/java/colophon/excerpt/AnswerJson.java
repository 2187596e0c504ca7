package colophon.excerpt;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

/** An answer for a program: canonical JSON. */
public final class AnswerJson {

  private AnswerJson() {}

  /** The answer as one line of JSON, without a line end. */
  public static String of(ExcerptAnswer answer) {
    return CanonicalJson.text(
        Json.object(
            "exitCode",
            Json.of(answer.exitCode()),
            "briefs",
            Json.of(answer.briefs()),
            "versionsLookedAt",
            Json.of(answer.versionsLookedAt()),
            "sentences",
            Json.array(answer.sentences().stream().map(AnswerJson::sentence).toList()),
            "versions",
            Json.array(
                answer.versions().stream().map(version -> version(version, answer)).toList())));
  }

  private static Json sentence(SentenceMatch sentence) {
    var members = new LinkedHashMap<String, Json>();
    members.put("pasted", Json.of(sentence.pasted()));
    switch (sentence) {
      case SentenceMatch.Verbatim verbatim -> {
        members.put("verdict", Json.of("verbatim"));
        members.put("asPrinted", Json.of(verbatim.asPrinted()));
      }
      case SentenceMatch.Edited edited -> {
        members.put("verdict", Json.of("edited"));
        members.put("published", Json.of(edited.published()));
        members.put(
            "difference",
            Json.array(edited.difference().stream().map(AnswerJson::stretch).toList()));
        members.put(
            "touches",
            Json.array(
                new TreeSet<>(edited.stakes())
                    .stream()
                        .map(stake -> Json.of(stake.name().toLowerCase(java.util.Locale.ROOT)))
                        .toList()));
      }
      case SentenceMatch.PageLine line -> {
        members.put("verdict", Json.of("page-line"));
        members.put("pages", Json.of(line.versions().size()));
      }
      case SentenceMatch.NotOurs ignored -> members.put("verdict", Json.of("not-ours"));
    }
    if (!sentence.matches().isEmpty()) {
      members.put("places", places(sentence.matches()));
      members.put(
          "restsOn",
          Json.array(
              ExcerptAnswer.sources(sentence.matches()).stream().map(AnswerJson::source).toList()));
    }
    return new Json.Obj(members);
  }

  private static Json stretch(Stretch stretch) {
    return Json.object(
        "kind",
        Json.of(
            switch (stretch.kind()) {
              case KEPT -> "kept";
              case LEFT_OUT -> "left-out";
              case ADDED -> "added";
            }),
        "text",
        Json.of(stretch.text()));
  }

  private static Json places(List<Match> matches) {
    return Json.array(
        matches.stream()
            .map(match ->
                Json.object(
                    "brief", Json.of(match.version().briefId()),
                    "slug", Json.of(match.version().slug()),
                    "version", Json.of(match.version().number()),
                    "sentence", Json.of(match.sentence().id()),
                    "role", Json.of(match.sentence().role())))
            .toList());
  }

  private static Json source(CitedSource source) {
    var members = new LinkedHashMap<String, Json>();
    members.put("outlet", Json.of(source.outlet()));
    members.put("title", Json.of(source.title()));
    if (source.link() != null) {
      members.put("link", Json.of(source.link()));
    }
    return new Json.Obj(members);
  }

  private static Json version(PublishedVersion version, ExcerptAnswer answer) {
    return Json.object(
        "brief", Json.of(version.briefId()),
        "slug", Json.of(version.slug()),
        "version", Json.of(version.number()),
        "standing", Json.of(version.standing().word()),
        "newest", Json.of(answer.newest().contains(version)),
        "signerKnown", Json.of(version.signerKnown()),
        "publisher", Json.of(version.publisher()),
        "publishedAt", Json.of(version.publishedAt().toString()),
        "record", Json.of(version.record().toString()));
  }
}
