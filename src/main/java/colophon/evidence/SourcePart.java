package colophon.evidence;

import colophon.article.ArticleStore;
import colophon.capture.Snapshot;
import colophon.capture.SnapshotStore;
import colophon.capture.WarcArchive;
import colophon.capture.WarcExport;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The archived copies of a version's sources, and their texts as we read them. */
final class SourcePart {

  static final String WARC = "sources/snapshots.warc.gz";
  private static final int MOST_DOCUMENT_BYTES = 16 << 20;

  private final SnapshotStore snapshots;
  private final ArticleStore articles;
  private final String software;

  SourcePart(SnapshotStore snapshots, ArticleStore articles, String software) {
    this.snapshots = snapshots;
    this.articles = articles;
    this.software = software;
  }

  void add(ProvenanceRecord record, Shelf shelf) {
    var copies = new ArrayList<Snapshot>();
    for (RecordedSource source : record.sources()) {
      Optional<Snapshot> copy = copy(source);
      copy.ifPresent(copies::add);
      Optional<byte[]> document = articles.document(source.id());
      if (document.isPresent()) {
        Json.Obj article = open(document.get(), copy, source);
        shelf.put(
            "sources/articles/" + source.id() + ".json",
            source.outlet() + ": \"" + source.title() + "\", as read, with numbered passages",
            article);
        if (article.get("text") instanceof Json.Str text) {
          shelf.put(
              "sources/articles/" + source.id() + ".txt",
              source.outlet() + ": the text that citations count in, UTF-8",
              text.value());
        }
      }
    }
    shelf.put(WARC, "the sources as they were received, WARC/1.1", warc(copies));
  }

  /** The archived copy that the record means: these bytes, fetched at that moment. */
  Optional<Snapshot> copy(RecordedSource source) {
    return snapshots
        .find(source.body(), source.fetchedAt())
        .or(() -> snapshots.find(source.body()));
  }

  private byte[] warc(List<Snapshot> copies) {
    var out = new ByteArrayOutputStream();
    try {
      WarcArchive.export(copies, out, software);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return out.toByteArray();
  }

  /** The article as kept, but for a path of this machine, which is nobody's business. */
  private static Json.Obj open(byte[] document, Optional<Snapshot> copy, RecordedSource source) {
    try {
      Json.Obj article = JsonReader.readObject(document, MOST_DOCUMENT_BYTES);
      boolean web =
          article.get("address") instanceof Json.Str address
              && address.value().matches("(?i)https?:.*");
      return web
          ? article
          : article.with(
              "address",
              Json.of(copy.map(WarcExport::target).map(Object::toString).orElse(source.landed())));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a kept article is damaged: " + e.getMessage(), e);
    }
  }
}
