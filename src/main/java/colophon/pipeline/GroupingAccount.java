package colophon.pipeline;

import colophon.article.ArticleStore;
import colophon.story.Assignment;
import colophon.story.Origin;
import colophon.story.StoryRevision;
import colophon.text.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Accounts for every article that a run has read or finds in its window, and for every story, once
 * the stories are decided on. Titles are left to whoever shows it, so that no word of an article
 * stays here when its text is erased.
 */
final class GroupingAccount {

  private final Instant from;
  private final Instant until;
  private final List<RunLog.Noted> stories = new ArrayList<>();
  private final SortedMap<String, RunLog.Noted> articles = new TreeMap<>();

  /** Of those in {@link #articles}, the ones that no story holds. */
  private final SortedMap<String, Integer> notTaken = new TreeMap<>();

  private int stillOpen;

  GroupingAccount(Instant from, Instant until) {
    this.from = from;
    this.until = until;
  }

  /** An article of the window that the pipeline's selection does not take. */
  void leftOut(String article, String why) {
    notTaken(article, "left out", why);
  }

  /**
   * What was decided about a story, and with it about its articles.
   *
   * @param among the articles to account for; the story may hold older ones
   * @param left why it waits for the next run; empty where it does not
   */
  void story(Assignment assignment, Set<String> among, String left) {
    StoryRevision story = assignment.story();
    String decided =
        switch (assignment) {
          case Assignment.WriteNew ignored -> "No brief of it exists yet.";
          case Assignment.Update update -> "Its brief gets a next version: " + update.why();
          case Assignment.Skip skip -> skip.why();
        };
    String outcome =
        assignment instanceof Assignment.Skip
            ? "skipped"
            : left.isEmpty() ? "to write" : "left for the next run";
    stories.add(
        new RunLog.Noted(
            story.storyId(),
            "story " + outcome,
            (left.isEmpty() ? "" : left + " ") + decided + " It has " + size(story) + "."));
    stillOpen += left.isEmpty() ? 0 : 1;
    for (Origin origin : story.origins()) {
      for (String article : origin.articleIds()) {
        if (among.contains(article)) {
          articles.put(article, inStory(article, story, outcome, origin));
        }
      }
    }
  }

  private static RunLog.Noted inStory(
      String article, StoryRevision story, String outcome, Origin origin) {
    int others = origin.articleIds().size() - 1;
    return new RunLog.Noted(
        article,
        "in a story " + (outcome.equals("skipped") ? "with nothing new" : outcome),
        "Story: "
            + story.storyId()
            + "."
            + (others == 0
                ? ""
                : " Counts as one independent source ("
                    + origin.name()
                    + ") together with "
                    + counted(others, "other article")
                    + "."));
  }

  private static String size(StoryRevision story) {
    return counted(story.articleIds().size(), "article")
        + " from "
        + counted(story.origins().size(), "independent source");
  }

  /** An article of the window that the decision, made before, does not hold. */
  void late(String article) {
    notTaken(
        article,
        "came too late",
        "It came after this run had grouped its articles; the next run takes it.");
  }

  /** Those of the articles that are still to be accounted for. */
  SortedSet<String> unaccounted(Collection<String> among) {
    SortedSet<String> rest = new TreeSet<>(among);
    rest.removeAll(articles.keySet());
    return rest;
  }

  /** An article that was read and does not stand in the window. */
  void outside(ArticleStore.Dated article) {
    if (article.erased()) {
      notTaken(article.id(), "erased", "Its text was erased.");
    } else if (article.times().stream().anyMatch(this::within)) {
      notTaken(
          article.id(), "older version", "A later version of the same address is in the window.");
    } else {
      Instant last = article.times().getLast();
      notTaken(
          article.id(),
          "outside the window",
          last.isAfter(until)
              ? "It counts from "
                  + Moments.utc(last)
                  + ", after the end of this run's window ("
                  + Moments.utc(until)
                  + "); a later run takes it."
              : "It is dated "
                  + Moments.utc(last)
                  + ", before this run's window, which begins "
                  + Moments.utc(from)
                  + ".");
    }
  }

  private boolean within(Instant at) {
    return at.isAfter(from) && !at.isAfter(until);
  }

  private void notTaken(String article, String outcome, String why) {
    articles.put(article, new RunLog.Noted(article, outcome, why));
    notTaken.merge(outcome, 1, Integer::sum);
  }

  /** All of it, the stories first. */
  List<RunLog.Noted> items() {
    var items = new ArrayList<>(stories);
    items.addAll(articles.values());
    return items;
  }

  /** What the count of stories leaves untold, as the end of a phrase; empty where nothing. */
  String rest() {
    var words = new ArrayList<String>();
    for (Map.Entry<String, Integer> each : notTaken.entrySet()) {
      words.add(counted(each.getValue(), "article") + " " + each.getKey());
    }
    return (stillOpen == 0 ? "" : ", " + stillOpen + " left for the next run")
        + (words.isEmpty() ? "" : "; not taken: " + String.join(", ", words));
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
