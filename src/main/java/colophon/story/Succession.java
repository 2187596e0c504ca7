package colophon.story;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives each group of a run the lasting story it continues. A story lives on where most of its
 * briefed articles are; a part that drifts away without new evidence stays with it, so that small
 * changes of measure from window to window never make a second story of one event.
 */
final class Succession {

  /** A part of a story that has new articles and this many in all becomes a story of its own. */
  private static final int LEAST_SPLIT = 3;

  private static final int ID_DIGITS = 16;

  private final String pipeline;
  private final StoryState state;
  private final Map<String, String> known;
  private final List<SortedSet<String>> groups;
  private final SortedMap<String, SortedSet<String>> articles = new TreeMap<>();
  private final List<StoryEvent> events = new ArrayList<>();
  private final SortedMap<String, String> merged = new TreeMap<>();

  private Succession(
      String pipeline,
      StoryState state,
      Map<String, String> known,
      List<SortedSet<String>> groups) {
    this.pipeline = pipeline;
    this.state = state;
    this.known = known;
    this.groups = groups;
  }

  /**
   * @param known the story of each article that belongs to one, among those grouped
   * @param groups article ids
   */
  static Succession of(
      String pipeline,
      StoryState state,
      Map<String, String> known,
      List<SortedSet<String>> groups) {
    Succession succession = new Succession(pipeline, state, known, groups);
    succession.assign();
    return succession;
  }

  /** The grouped articles of each story, by story id. */
  SortedMap<String, SortedSet<String>> articles() {
    return articles;
  }

  List<StoryEvent> events() {
    return events;
  }

  private void assign() {
    SortedMap<String, Integer> homes = homes();
    SortedMap<Integer, List<KnownStory>> inhabitants = new TreeMap<>();
    for (KnownStory story : state.stories()) {
      Integer home = homes.get(story.id());
      if (home != null) {
        inhabitants.computeIfAbsent(home, any -> new ArrayList<>()).add(story);
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      List<KnownStory> living = inhabitants.getOrDefault(i, List.of());
      if (living.isEmpty()) {
        assignHomeless(groups.get(i));
      } else {
        assignHome(groups.get(i), living, homes.keySet());
      }
    }
  }

  /** The group in which each story lives on. */
  private SortedMap<String, Integer> homes() {
    SortedMap<String, Integer> homes = new TreeMap<>();
    SortedMap<String, Long> strengths = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (Map.Entry<String, Long> claim : claims(groups.get(i)).entrySet()) {
        if (claim.getValue() > strengths.getOrDefault(claim.getKey(), 0L)) {
          strengths.put(claim.getKey(), claim.getValue());
          homes.put(claim.getKey(), i);
        }
      }
    }
    return homes;
  }

  /** How strongly each story is present in a group: its briefed articles first, then all. */
  private SortedMap<String, Long> claims(Collection<String> group) {
    SortedMap<String, Long> claims = new TreeMap<>();
    for (String article : group) {
      String story = known.get(article);
      if (story != null) {
        boolean briefed =
            state.story(story).filter(at -> at.briefedArticles().contains(article)).isPresent();
        claims.merge(story, briefed ? 1L + Integer.MAX_VALUE : 1L, Long::sum);
      }
    }
    return claims;
  }

  private void assignHome(
      SortedSet<String> group, List<KnownStory> living, Collection<String> housed) {
    KnownStory survivor =
        living.stream()
            .min(
                Comparator.comparing((KnownStory story) -> !story.hasBrief())
                    .thenComparingLong(KnownStory::begun))
            .orElseThrow();
    for (KnownStory story : living) {
      if (story != survivor) {
        events.add(new StoryEvent.Merged(story.id(), survivor.id()));
        merged.put(story.id(), survivor.id());
      }
    }
    List<String> here = living.stream().map(KnownStory::id).toList();
    for (String article : group) {
      String story = known.get(article);
      if (story != null && !here.contains(story) && housed.contains(story)) {
        put(story, article);
      } else {
        put(survivor.id(), article);
      }
    }
  }

  private void assignHomeless(SortedSet<String> group) {
    SortedMap<String, Long> claims = claims(group);
    boolean fresh = group.stream().anyMatch(article -> !known.containsKey(article));
    if (claims.isEmpty() || fresh && group.size() >= LEAST_SPLIT) {
      String id = newId(group);
      group.forEach(article -> put(id, article));
      claims.keySet().forEach(story -> events.add(new StoryEvent.Split(story, id)));
      return;
    }
    String strongest = strongest(claims);
    for (String article : group) {
      String story = known.get(article);
      put(story == null ? strongest : story, article);
    }
  }

  private static String strongest(SortedMap<String, Long> claims) {
    return claims.entrySet().stream()
        .min(
            Comparator.comparing((Map.Entry<String, Long> claim) -> -claim.getValue())
                .thenComparing(Map.Entry::getKey))
        .orElseThrow()
        .getKey();
  }

  private void put(String story, String article) {
    articles.computeIfAbsent(story, any -> new TreeSet<>()).add(article);
  }

  private String newId(SortedSet<String> group) {
    return "s-" + Digest.ofText(pipeline + "\n" + String.join("\n", group)).brief(ID_DIGITS);
  }

  /** The story that a merged one lives on in, else the story itself. */
  String successor(String story) {
    return merged.getOrDefault(story, story);
  }
}
