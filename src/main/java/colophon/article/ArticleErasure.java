package colophon.article;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the texts of articles away, with titles, names of authors and what was hidden in them.
 * Leaves ids, addresses, outlets, dates, digests and where the passages stood. An article whose
 * text was erased is not handed out any more, and stays erased when the same text is read again.
 */
public final class ArticleErasure {

  /**
   * An article whose text is still here.
   *
   * @param textDigest that of its text, which records name
   * @param document that of the whole document
   */
  public record Kept(Article article, Digest textDigest, Digest document, Instant keptAt) {}

  private static final String KEPT =
      "select text_digest, document, first_seen_at from article where document is not null ";

  private final JdbcClient jdbc;

  public ArticleErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The articles of these ids. */
  public List<Kept> of(Collection<String> ids) {
    return read(
        jdbc.sql(KEPT + "and id = any (:ids) order by id")
            .param("ids", ids.toArray(String[]::new)));
  }

  /** The articles with that text; the same text may have come from several addresses. */
  public List<Kept> of(Digest text) {
    return read(
        jdbc.sql(KEPT + "and text_digest = :text order by id").param("text", text.toString()));
  }

  /** The articles of an address, or read from one of these archived copies. */
  public List<Kept> from(String address, Collection<Digest> copies) {
    return read(
        jdbc.sql(
                KEPT
                    + "and (md5(address) = md5(:address) and address = :address"
                    + " or snapshot = any (:copies)) order by id")
            .param("address", address)
            .param("copies", copies.stream().map(Digest::toString).toArray(String[]::new)));
  }

  /** The articles first read before a time, the oldest first, at most so many. */
  public List<Kept> before(Instant time, int most) {
    return read(
        jdbc.sql(KEPT + "and first_seen_at < :time order by first_seen_at, id limit :most")
            .param("time", Timestamp.from(time))
            .param("most", most));
  }

  /** Takes a text away, inside the caller's transaction; the articles that it went from. */
  public List<Article> erase(Digest text, Instant now) {
    List<Kept> kept = of(text);
    for (Kept each : kept) {
      jdbc.sql(
              """
              update article set document = null, remains = :remains, erased_at = :now
              where id = :id and document is not null
              """)
          .param("remains", remains(each))
          .param("now", Timestamp.from(now))
          .param("id", each.article().id())
          .update();
    }
    return kept.stream().map(Kept::article).toList();
  }

  /** The digest of the text of an article that was erased; empty where it was not. */
  public Optional<Digest> erased(String id) {
    return jdbc.sql("select text_digest from article where id = :id and document is null")
        .param("id", id)
        .query((row, n) -> Digest.parse(row.getString(1)))
        .optional();
  }

  private static byte[] remains(Kept kept) {
    Article article = kept.article();
    var link = article.readerLink();
    var published = article.published();
    return CanonicalJson.bytes(
        Json.object(
            "id", Json.of(article.id()),
            "address", Json.of(article.address().toString()),
            "readerLink", link == null ? new Json.Null() : Json.of(link.toString()),
            "snapshot", Json.of(article.snapshot().toString()),
            "sourceId", Json.of(article.sourceId()),
            "outlet", Json.of(article.outlet()),
            "published", published == null ? new Json.Null() : Json.of(published.toString()),
            "language", Json.of(article.language().tag()),
            "textDigest", Json.of(kept.textDigest().toString()),
            "document", Json.of(kept.document().toString()),
            "passages", Json.array(article.passages().stream().map(ArticleErasure::span).toList()),
            "hidden", Json.array(article.hidden().stream().map(cut -> Json.of(cut.how())).toList()),
            "extraction", Json.of(article.extraction())));
  }

  private static Json span(Passage passage) {
    return Json.object(
        "number", Json.of(passage.number()),
        "start", Json.of(passage.span().start()),
        "end", Json.of(passage.span().end()));
  }

  private static List<Kept> read(JdbcClient.StatementSpec query) {
    return query.query((row, n) -> kept(row)).list();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    byte[] document = row.getBytes("document");
    return new Kept(
        ArticleDocument.parse(document),
        Digest.parse(row.getString("text_digest")),
        Digest.of(document),
        row.getTimestamp("first_seen_at").toInstant());
  }
}
