package colophon.article;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of PDF and DOCX sends back: the document's own facts and its paragraphs, or the
 * sentence that says why it could not be read.
 *
 * @param created as the document wrote it; null where it has none
 * @param emptiness the sentence to give should the text be too little for an article; null where
 *     the kind of document has none of its own
 * @param failure null where the document was read
 */
record DocumentText(
    @Nullable String title,
    @Nullable String author,
    @Nullable String publisher,
    @Nullable String created,
    @Nullable String language,
    List<String> paragraphs,
    List<HiddenText> hidden,
    @Nullable String emptiness,
    @Nullable String failure) {

  DocumentText {
    paragraphs = List.copyOf(paragraphs);
    hidden = List.copyOf(hidden);
  }

  static DocumentText failed(String sentence) {
    return new DocumentText(null, null, null, null, null, List.of(), List.of(), null, sentence);
  }

  byte[] format() {
    return CanonicalJson.bytes(
        Json.object(
            "title", text(title),
            "author", text(author),
            "publisher", text(publisher),
            "created", text(created),
            "language", text(language),
            "emptiness", text(emptiness),
            "failure", text(failure),
            "paragraphs", Json.array(paragraphs.stream().map(Json::of).toList()),
            "hidden",
                Json.array(
                    hidden.stream()
                        .map(h -> Json.object("how", Json.of(h.how()), "text", Json.of(h.text())))
                        .toList())));
  }

  static DocumentText parse(byte[] document, int mostBytes) throws JsonFormatException {
    Json.Obj object = JsonReader.readObject(document, mostBytes);
    var paragraphs = new ArrayList<String>();
    for (Json item : items(object, "paragraphs")) {
      paragraphs.add(string(item));
    }
    var hidden = new ArrayList<HiddenText>();
    for (Json item : items(object, "hidden")) {
      if (item instanceof Json.Obj one) {
        hidden.add(new HiddenText(string(one.get("how")), string(one.get("text"))));
      }
    }
    return new DocumentText(
        member(object, "title"),
        member(object, "author"),
        member(object, "publisher"),
        member(object, "created"),
        member(object, "language"),
        paragraphs,
        hidden,
        member(object, "emptiness"),
        member(object, "failure"));
  }

  private static Json text(@Nullable String value) {
    return value == null ? new Json.Null() : Json.of(wellFormed(value));
  }

  /** Lone surrogates have no UTF-8. */
  private static String wellFormed(String value) {
    return colophon.text.NormalText.of(value);
  }

  private static List<Json> items(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Arr array ? array.items() : List.of();
  }

  private static String string(@Nullable Json value) throws JsonFormatException {
    if (value instanceof Json.Str text) {
      return text.value();
    }
    throw new JsonFormatException("expected a string in the reader's answer, found " + value);
  }

  private static @Nullable String member(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Str text ? text.value() : null;
  }
}
