package colophon.desk;

import colophon.article.ArticleStore;
import colophon.brief.BriefStore;
import colophon.pipeline.RunHistory;
import colophon.story.StoryDesk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says the items of a run in words: for the ids of articles, stories and drafts it puts what they
 * are called, with a link to the archived copy or the draft.
 */
final class RunItemWords {

  /** A run of words; {@code href} is empty where it leads nowhere. */
  public record Piece(String words, String href) {}

  private static final Pattern ID = Pattern.compile("\\b[asd]-[0-9a-f]{16,64}\\b");

  private final ArticleStore articles;
  private final StoryDesk stories;
  private final BriefStore briefs;

  RunItemWords(ArticleStore articles, StoryDesk stories, BriefStore briefs) {
    this.articles = articles;
    this.stories = stories;
    this.briefs = briefs;
  }

  /** What each of the ids in some items stands for. */
  private record Known(
      SortedMap<String, ArticleStore.Named> articles,
      SortedMap<String, String> stories,
      SortedMap<String, String> drafts,
      boolean mayReview) {}

  /** An item, what became of it, and why. */
  public record Item(List<Piece> item, String outcome, List<Piece> why, boolean problem) {
    public Item {
      item = List.copyOf(item);
      why = List.copyOf(why);
    }
  }

  /**
   * The items in their order.
   *
   * @param mayReview whether the reader may open drafts
   */
  List<Item> words(Collection<RunHistory.ItemLine> lines, boolean mayReview) {
    Known known = known(lines, mayReview);
    return lines.stream()
        .map(line ->
            new Item(
                pieces(line.item(), known),
                line.outcome(),
                line.outcome().equals("published")
                    ? List.of(new Piece(line.reason(), "/briefs/" + line.reason() + "/"))
                    : pieces(line.reason(), known),
                line.problem()))
        .toList();
  }

  private Known known(Collection<RunHistory.ItemLine> lines, boolean mayReview) {
    SortedSet<String> ids = new TreeSet<>();
    for (RunHistory.ItemLine line : lines) {
      ID.matcher(line.item()).results().forEach(found -> ids.add(found.group()));
      ID.matcher(line.reason()).results().forEach(found -> ids.add(found.group()));
    }
    SortedMap<String, String> first = stories.firstArticles(ids);
    SortedSet<String> named = new TreeSet<>(ids);
    named.addAll(first.values());
    SortedMap<String, ArticleStore.Named> names = articles.names(named);
    SortedMap<String, String> titles = new TreeMap<>();
    first.forEach((story, article) -> {
      ArticleStore.Named name = names.get(article);
      titles.put(story, name == null ? "" : name.title());
    });
    SortedMap<String, String> drafts = new TreeMap<>();
    for (String id : ids) {
      if (id.startsWith("d-")) {
        briefs.draft(id).ifPresent(draft -> drafts.put(id, draft.brief().headline().text()));
      }
    }
    return new Known(names, titles, drafts, mayReview);
  }

  private static List<Piece> pieces(String text, Known known) {
    var pieces = new ArrayList<Piece>();
    Matcher matcher = ID.matcher(text);
    int at = 0;
    while (matcher.find()) {
      plain(text.substring(at, matcher.start()), pieces);
      pieces.add(named(matcher.group(), known));
      at = matcher.end();
    }
    plain(text.substring(at), pieces);
    return pieces;
  }

  private static void plain(String words, List<Piece> pieces) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(OperatorWords.moments(words), ""));
    }
  }

  private static Piece named(String id, Known known) {
    return switch (id.charAt(0)) {
      case 'a' -> article(known.articles().get(id));
      case 's' -> new Piece(quoted("the story", known.stories().getOrDefault(id, "")), "");
      default ->
          new Piece(
              quoted("the draft", known.drafts().getOrDefault(id, "")),
              known.mayReview() && known.drafts().containsKey(id) ? "/desk/review/" + id : "");
    };
  }

  private static Piece article(ArticleStore.@org.jspecify.annotations.Nullable Named name) {
    if (name == null || name.title().isEmpty()) {
      return new Piece("an article whose text is not kept any more", "");
    }
    return new Piece(
        name.title() + " (" + name.outlet() + ")",
        "/desk/copies/" + name.snapshot().replaceFirst("^sha256:", ""));
  }

  private static String quoted(String kind, String title) {
    return title.isEmpty()
        ? kind + " whose words are not kept any more"
        : kind + " “" + title + "”";
  }
}
