package colophon.edition;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Author;
import colophon.brief.Citation;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.kernel.Digest;
import colophon.kernel.TextSpan;
import colophon.text.Language;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Articles by a short name, and sentences that cite them by their words. */
final class StoryDesk {

  private final Map<String, Article> articles = new LinkedHashMap<>();

  StoryDesk article(
      String name,
      String outlet,
      String title,
      List<String> authors,
      @Nullable String published,
      @Nullable String link,
      Language language,
      String... paragraphs) {
    String text = String.join("\n\n", paragraphs);
    var passages = new ArrayList<Passage>();
    int at = 0;
    for (String paragraph : paragraphs) {
      int end = at + paragraph.codePointCount(0, paragraph.length());
      passages.add(new Passage(passages.size() + 1, new TextSpan(at, end), null));
      at = end + 2;
    }
    URI address = URI.create("https://source.example/" + name);
    articles.put(
        name,
        new Article(
            Article.idOf(address, text),
            address,
            link == null ? null : URI.create(link),
            Digest.ofText("snapshot of " + name),
            "source-" + name,
            outlet,
            title,
            authors,
            null,
            published == null ? null : OffsetDateTime.parse(published),
            language,
            text,
            passages,
            List.of(),
            "html/1"));
    return this;
  }

  List<Article> articles() {
    return List.copyOf(articles.values());
  }

  Article get(String name) {
    return articles.get(name);
  }

  /** A sentence; {@code cites} holds a source's name and the cited words in turn. */
  Sentence sentence(String id, Role role, String text, String... cites) {
    return sentence(id, role, text, new Author.Model(), cites);
  }

  Sentence sentence(String id, Role role, String text, Author author, String... cites) {
    var citations = new ArrayList<Citation>();
    for (int i = 0; i < cites.length; i += 2) {
      citations.add(citation(cites[i], cites[i + 1]));
    }
    return new Sentence(id, role, text, citations, author);
  }

  Citation citation(String name, String words) {
    Article article = articles.get(name);
    int from = article.text().indexOf(words);
    if (from < 0) {
      throw new IllegalArgumentException(name + " does not say \"" + words + "\"");
    }
    TextSpan span = TextSpan.ofUtf16(article.text(), from, from + words.length());
    int passage =
        article.passages().stream()
            .filter(one -> one.span().contains(span))
            .map(Passage::number)
            .findFirst()
            .orElse(1);
    return Citation.of(article, passage, span);
  }
}
