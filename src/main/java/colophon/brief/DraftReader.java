package colophon.brief;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.kernel.TextSpan;
import colophon.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what {@link DraftDocument} wrote. Only our own documents come here. */
public final class DraftReader {

  /** The largest document read, in bytes. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private DraftReader() {}

  /** Reads a kept draft; throws {@link IllegalStateException} where it is damaged. */
  public static Draft parse(byte[] document) {
    Json.Obj root = read(document);
    if (!text(root, "form").equals(DraftDocument.FORM)) {
      throw new IllegalStateException("a stored draft has the form " + text(root, "form"));
    }
    return new Draft(
        text(root, "id"),
        text(root, "storyId"),
        number(root, "storyRevision"),
        brief(object(root, "brief")),
        writing(object(root, "writing")),
        root.get("rewritings") == null
            ? List.of()
            : each(root, "rewritings", DraftReader::rewriting),
        Instant.parse(text(root, "writtenAt")));
  }

  private static Rewriting rewriting(Json.Obj rewriting) {
    return new Rewriting(
        array(rewriting, "sentences").stream().map(id -> ((Json.Str) id).value()).toList(),
        text(rewriting, "by"),
        writing(object(rewriting, "writing")));
  }

  /** Reads a kept amendment; throws {@link IllegalStateException} where it is damaged. */
  public static Amendment amendment(byte[] document) {
    Json.Obj root = read(document);
    String sentence = text(root, "sentence");
    String before = text(root, "before");
    return switch (text(root, "kind")) {
      case "rewrite" -> new Amendment.Rewrite(sentence, before, text(root, "text"));
      case "cut" -> new Amendment.Cut(sentence, before);
      case "bind" ->
          new Amendment.Bind(sentence, before, each(root, "citations", DraftReader::citation));
      case "insert" ->
          new Amendment.Insert(
              sentence, before, text(root, "text"), each(root, "citations", DraftReader::citation));
      case "renew" ->
          new Amendment.Renew(
              sentence, before, section(object(root, "section")), writing(object(root, "writing")));
      default -> throw new IllegalStateException("a stored amendment is of an unknown kind");
    };
  }

  private static Json.Obj read(byte[] document) {
    try {
      return JsonReader.readObject(document, MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a stored draft cannot be read", e);
    }
  }

  private static Brief brief(Json.Obj brief) {
    return new Brief(
        new Language(text(brief, "language")),
        sentence(object(brief, "headline")),
        each(brief, "standfirst", DraftReader::sentence),
        each(brief, "lede", DraftReader::sentence),
        each(brief, "sections", DraftReader::section));
  }

  private static Section section(Json.Obj section) {
    return new Section(
        sentence(object(section, "subhead")),
        array(section, "paragraphs").stream()
            .map(paragraph ->
                ((Json.Arr) paragraph)
                    .items().stream().map(item -> sentence((Json.Obj) item)).toList())
            .toList());
  }

  private static Sentence sentence(Json.Obj sentence) {
    Json.Obj author = object(sentence, "author");
    return new Sentence(
        text(sentence, "id"),
        Role.valueOf(text(sentence, "role")),
        text(sentence, "text"),
        each(sentence, "citations", DraftReader::citation),
        author.get("person") instanceof Json.Str person
            ? new Author.Person(person.value())
            : new Author.Model());
  }

  private static Citation citation(Json.Obj citation) {
    return new Citation(
        text(citation, "articleId"),
        number(citation, "passage"),
        Digest.parse(text(citation, "textDigest")),
        new TextSpan(number(citation, "start"), number(citation, "end")),
        text(citation, "quote"),
        text(citation, "prefix"),
        text(citation, "suffix"));
  }

  private static Writing writing(Json.Obj writing) {
    var parameters = new TreeMap<String, String>();
    object(writing, "parameters")
        .members()
        .forEach((name, value) -> parameters.put(name, ((Json.Str) value).value()));
    return new Writing(
        text(writing, "provider"),
        text(writing, "model"),
        text(writing, "modelVersion"),
        text(writing, "promptId"),
        text(writing, "promptVersion"),
        Digest.parse(text(writing, "prompt")),
        parameters,
        Digest.parse(text(writing, "request")),
        Digest.parse(text(writing, "response")),
        whole(writing, "inputTokens"),
        whole(writing, "outputTokens"),
        writing.get("costMicros") instanceof Json.Null ? null : whole(writing, "costMicros"),
        number(writing, "attempts"));
  }

  private static <T> List<T> each(Json.Obj parent, String name, Function<Json.Obj, T> read) {
    return array(parent, name).stream().map(item -> read.apply((Json.Obj) item)).toList();
  }

  private static List<Json> array(Json.Obj parent, String name) {
    return ((Json.Arr) member(parent, name)).items();
  }

  private static Json.Obj object(Json.Obj parent, String name) {
    return (Json.Obj) member(parent, name);
  }

  private static String text(Json.Obj parent, String name) {
    return ((Json.Str) member(parent, name)).value();
  }

  private static int number(Json.Obj parent, String name) {
    return Math.toIntExact(whole(parent, name));
  }

  private static long whole(Json.Obj parent, String name) {
    return ((Json.Num) member(parent, name)).whole();
  }

  private static Json member(Json.Obj parent, String name) {
    Json member = parent.get(name);
    if (member == null) {
      throw new IllegalStateException("a stored draft has no " + name);
    }
    return member;
  }
}
