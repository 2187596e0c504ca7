package colophon.article;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.capture.Captured;
import colophon.capture.ItemHint;
import colophon.capture.Snapshot;
import colophon.capture.Source;
import colophon.capture.SourceKind;
import colophon.database.TestDatabase;
import colophon.kernel.Digest;
import colophon.kernel.TextSpan;
import colophon.text.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArticleErasureTest {

  private static final URI PAGE = URI.create("https://harbour-post.example/a");
  private static final Instant FIRST = Instant.parse("2026-05-07T12:00:00Z");
  private static TestDatabase database;
  private static ArticleStore store;
  private static ArticleErasure erasure;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
    store = new ArticleStore(database.jdbc());
    erasure = new ArticleErasure(database.jdbc());
  }

  @AfterAll
  static void shut() {
    database.close();
  }

  @Test
  void anErasedTextIsNotHandedOutNorReplacedByAnOlderOneAndDoesNotComeBack() {
    Article old = keep("It opened on Monday.", FIRST);
    Article changed = keep("It opened on Tuesday.", FIRST.plusSeconds(60));
    assertThat(window()).containsExactly(changed);
    assertThat(erasure.from(PAGE.toString(), List.of()))
        .extracting(ArticleErasure.Kept::article)
        .containsExactlyInAnyOrder(old, changed);
    assertThat(erasure.before(FIRST.plusSeconds(1), 10))
        .extracting(ArticleErasure.Kept::article)
        .containsExactly(old);

    assertThat(erasure.erase(changed.textDigest(), FIRST)).containsExactly(changed);

    assertThat(erasure.erase(changed.textDigest(), FIRST)).isEmpty();
    assertThat(store.find(changed.id())).isEmpty();
    assertThat(store.document(changed.id())).isEmpty();
    assertThat(store.byIds(List.of(old.id(), changed.id()))).containsExactly(old);
    assertThat(window()).isEmpty();
    keep("It opened on Tuesday.", FIRST.plusSeconds(120));
    assertThat(store.find(changed.id())).isEmpty();
    assertThat(remains(changed.id()))
        .contains(PAGE.toString(), changed.textDigest().toString(), "\"end\":21")
        .doesNotContain("Tuesday", "A title", "Ann Teller");
    Article again = keep("It opened on Wednesday.", FIRST.plusSeconds(180));
    assertThat(window()).containsExactly(again);
  }

  private static List<Article> window() {
    return store.window(List.of("harbour"), FIRST.minusSeconds(1), FIRST.plusSeconds(3600));
  }

  private static String remains(String id) {
    return new String(
        database
            .jdbc()
            .sql("select remains from article where id = :id")
            .param("id", id)
            .query(byte[].class)
            .single(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Article keep(String text, Instant now) {
    byte[] body = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var article =
        new Article(
            Article.idOf(PAGE, text),
            PAGE,
            PAGE,
            Digest.of(body),
            "harbour",
            "Harbour Post",
            "A title",
            List.of("Ann Teller"),
            null,
            null,
            Language.ENGLISH,
            text,
            List.of(new Passage(1, new TextSpan(0, text.length()), null)),
            List.of(),
            "test/1");
    var source =
        new Source(
            "harbour",
            "Harbour Post",
            SourceKind.PAGE,
            PAGE,
            null,
            1,
            false,
            List.of(),
            Duration.ofHours(1));
    var snapshot =
        new Snapshot(
            Digest.of(body), body, Digest.of(body), PAGE, PAGE, PAGE, now, 200, Map.of(), Map.of());
    store.keep(
        new Captured(source, ItemHint.bare(PAGE), snapshot),
        new Extraction.Extracted(article),
        now);
    return article;
  }
}
