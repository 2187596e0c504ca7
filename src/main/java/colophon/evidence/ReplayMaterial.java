package colophon.evidence;

import colophon.article.Article;
import colophon.article.ArticleDocument;
import colophon.brief.Draft;
import colophon.brief.DraftReader;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import colophon.provenance.Tombstone;
import colophon.story.DeskNote;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.story.StoryDesk;
import colophon.story.StoryRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a replay begins from: the files of a bundle, read. They come out of a zip that was verified
 * before, or beside the database fresh from its tables.
 *
 * @param drafts the drafts of the run, the last of them the one that was published
 */
record ReplayMaterial(
    SortedMap<String, byte[]> files,
    ProvenanceRecord record,
    String folder,
    Dossier dossier,
    List<Draft> drafts,
    BundledReview review,
    BundledSettings settings,
    Optional<BundledCircumstances> circumstances) {

  private static final int MOST_BYTES = 64 << 20;

  static ReplayMaterial read(SortedMap<String, byte[]> files)
      throws JsonFormatException, ProvenanceFormatException {
    String name =
        files.keySet().stream()
            .filter(each -> each.matches("briefs/[^/]+/v\\d+/record\\.json"))
            .findFirst()
            .orElseThrow(() -> new JsonFormatException("expected the record of a version"));
    ProvenanceRecord record = ProvenanceRecord.parse(needed(files, name));
    var articles = new ArrayList<Article>();
    for (RecordedSource source : record.sources()) {
      String file = "sources/articles/" + source.id() + ".json";
      if (!files.containsKey(file)) {
        erased("The text of \"" + source.title() + "\"", ErasedPart.in(files, source.text()));
      }
      articles.add(ArticleDocument.parse(needed(files, file)));
    }
    var drafts = new ArrayList<Draft>();
    Json events = JsonReader.read(needed(files, BundledReview.FILE), MOST_BYTES);
    if (events instanceof Json.Arr list) {
      for (Json item : list.items()) {
        String file = "writing/drafts/" + text((Json.Obj) item, "draft") + ".json";
        if (!files.containsKey(file)) {
          erased("A draft", ErasedPart.first(files, Tombstone.DRAFT));
        }
        drafts.add(DraftReader.parse(needed(files, file)));
      }
    }
    if (drafts.isEmpty()) {
      throw new JsonFormatException("expected a draft in " + BundledReview.FILE);
    }
    List<DeskNote> notes = BundledNotes.read(files);
    List<Article> reports = BundledNotes.reports(articles, notes);
    byte[] settings = files.get(BundledSettings.FILE);
    byte[] circumstances = files.get(BundledCircumstances.FILE);
    return new ReplayMaterial(
        files,
        record,
        name.substring(0, name.lastIndexOf('/') + 1),
        StoryDesk.dossier(story(files, reports), reports).with(notes, articles),
        List.copyOf(drafts),
        BundledReview.read(events, drafts.getLast().id()),
        BundledSettings.read(
            settings == null ? Json.object() : JsonReader.readObject(settings, MOST_BYTES)),
        circumstances == null
            ? Optional.empty()
            : Optional.of(
                BundledCircumstances.read(JsonReader.readObject(circumstances, MOST_BYTES))));
  }

  /** The draft that was published. */
  Draft draft() {
    return drafts.getLast();
  }

  byte @Nullable [] file(String name) {
    return files.get(name);
  }

  Json.Obj object(String name) throws JsonFormatException {
    return JsonReader.readObject(needed(name), MOST_BYTES);
  }

  byte[] needed(String name) throws JsonFormatException {
    return needed(files, name);
  }

  /** What to say of a stage whose input is not there: that it was erased, where it was. */
  ReplayStage missing(String stage, Digest digest, String what) {
    return new ReplayStage.NotReplayed(
        stage,
        ErasedPart.in(files, digest)
            .map(tombstone -> what + " was " + tombstone.sentence() + ".")
            .orElse(what + " is not at hand."));
  }

  /** The story's revision, as far as the record names its articles. */
  private static StoryRevision story(SortedMap<String, byte[]> files, List<Article> articles)
      throws JsonFormatException {
    Json.Obj story = JsonReader.readObject(needed(files, "writing/story.json"), MOST_BYTES);
    List<String> kept = articles.stream().map(Article::id).toList();
    var origins = new ArrayList<Origin>();
    if (story.get("origins") instanceof Json.Arr list) {
      for (Json item : list.items()) {
        List<String> ids = texts((Json.Obj) item, "articles");
        ids.retainAll(kept);
        if (!ids.isEmpty()) {
          origins.add(new Origin(text((Json.Obj) item, "name"), ids));
        }
      }
    }
    List<String> ids = texts(story, "articles");
    ids.retainAll(kept);
    if (ids.size() < kept.size()) {
      throw new JsonFormatException("expected a story of every article that the record names");
    }
    int number = story.get("revision") instanceof Json.Num revision ? (int) revision.whole() : 0;
    return new StoryRevision(text(story, "story"), number, ids, origins);
  }

  /** Says that something was erased, where it was; else what is missing is said as ever. */
  private static void erased(String what, Optional<Tombstone> tombstone)
      throws JsonFormatException {
    if (tombstone.isPresent()) {
      throw new JsonFormatException(what + " was " + tombstone.get().sentence() + ".");
    }
  }

  private static byte[] needed(SortedMap<String, byte[]> files, String name)
      throws JsonFormatException {
    byte[] file = files.get(name);
    if (file == null) {
      throw new JsonFormatException("expected the file " + name);
    }
    return file;
  }

  private static String text(Json.Obj object, String name) throws JsonFormatException {
    if (object.get(name) instanceof Json.Str text) {
      return text.value();
    }
    throw new JsonFormatException("expected a text \"" + name + "\"");
  }

  private static List<String> texts(Json.Obj object, String name) throws JsonFormatException {
    var texts = new ArrayList<String>();
    if (object.get(name) instanceof Json.Arr list) {
      for (Json item : list.items()) {
        if (!(item instanceof Json.Str text)) {
          throw new JsonFormatException("expected texts in \"" + name + "\"");
        }
        texts.add(text.value());
      }
    }
    return texts;
  }
}
