package colophon.grounding;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Author;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Role;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.kernel.Digest;
import colophon.kernel.TextSpan;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.story.StoryRevision;
import colophon.text.Language;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small stories for tests: articles from their passages, briefs from their sentences. */
public final class Stories {

  public static final Language KOREAN = new Language("ko");

  private Stories() {}

  /** An article of the Harbour Post, published on Tuesday 13 January 2026, 18:00 in Seoul. */
  public static Article article(String name, String... passages) {
    return article(name, "Harbour Post", Language.ENGLISH, "2026-01-13T18:00:00+09:00", passages);
  }

  public static Article article(
      String name,
      String outlet,
      Language language,
      @Nullable String published,
      String... passages) {
    String text = String.join("\n\n", passages);
    var numbered = new ArrayList<Passage>();
    int at = 0;
    for (int i = 0; i < passages.length; i++) {
      int length = passages[i].codePointCount(0, passages[i].length());
      numbered.add(new Passage(i + 1, new TextSpan(at, at + length), null));
      at += length + 2;
    }
    URI address = URI.create("https://example.org/" + name);
    return new Article(
        Article.idOf(address, text),
        address,
        address,
        Digest.ofText(name),
        name,
        outlet,
        "The title of " + name,
        List.of("Dana Whitlock"),
        null,
        published == null ? null : OffsetDateTime.parse(published),
        language,
        text,
        numbered,
        List.of(),
        "test/1");
  }

  /** A dossier in which every article is an origin of its own. */
  public static Dossier dossier(Article... articles) {
    List<String> ids = List.of(articles).stream().map(Article::id).toList();
    List<Origin> origins =
        List.of(articles).stream()
            .map(article -> new Origin(article.outlet(), List.of(article.id())))
            .toList();
    return new Dossier(new StoryRevision("s-0123456789abcdef", 1, ids, origins), List.of(articles));
  }

  /** A sentence that cites every passage of those articles. */
  public static Sentence sentence(String id, Role role, String text, Article... articles) {
    var citations = new ArrayList<Citation>();
    for (Article article : articles) {
      for (Passage passage : article.passages()) {
        citations.add(Citation.of(article, passage.number(), passage.span()));
      }
    }
    return new Sentence(id, role, text, citations, new Author.Model());
  }

  public static Sentence sentence(String text, Article... articles) {
    return sentence("l1", Role.LEDE, text, articles);
  }

  /** A brief whose other parts repeat what the first article says. */
  public static Brief brief(Language language, Sentence headline, Sentence... lede) {
    return new Brief(language, headline, List.of(), List.of(lede), List.<Section>of());
  }

  /** The evidence of a sentence that cites everything. */
  static Evidence evidence(Article... articles) {
    return Evidence.of(sentence("", articles), dossier(articles));
  }
}
