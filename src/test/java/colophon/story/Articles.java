package colophon.story;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.kernel.Digest;
import colophon.kernel.TextSpan;
import colophon.text.Language;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles made up for tests. */
final class Articles {

  private Articles() {}

  static Article article(
      String outlet,
      String address,
      String title,
      @Nullable String credit,
      @Nullable OffsetDateTime published,
      Language language,
      String text) {
    URI at = URI.create(address);
    return new Article(
        Article.idOf(at, text),
        at,
        at,
        Digest.ofText(text),
        outlet.isEmpty() ? "test" : outlet.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
        outlet,
        title,
        List.of(),
        credit,
        published,
        language,
        text,
        passages(text),
        List.of(),
        "test/1");
  }

  private static List<Passage> passages(String text) {
    List<Passage> passages = new ArrayList<>();
    int from = 0;
    for (String paragraph : text.split("\n\n")) {
      int length = paragraph.codePointCount(0, paragraph.length());
      passages.add(new Passage(passages.size() + 1, new TextSpan(from, from + length), null));
      from += length + 2;
    }
    return passages;
  }
}
