package colophon.story;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.llm.MiniLmEmbedder;
import colophon.text.Embedder;
import colophon.text.Language;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StoryKeeperTest {

  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-02T12:00:00Z");

  private static final String FIRE =
      """
      A fire destroyed the rope works of Tarn & Sons in Ottermouth on Monday night, the brigade said.

      Sixty firefighters from Ottermouth and Wexcombe fought the flames for nine hours and saved the
      chapel next door, where 214 hymn books had been stored by the Guild of Saint Alder.

      Chief officer Brenda Holloway said nobody was hurt and that the loss would come to 3.4 million
      crowns, since the hemp store held 870 bales from Calvery.

      The rope works, founded in 1861, employs 129 people; its owner Jasper Tarn promised to rebuild\
       before the regatta in August.\
      """;

  private static final String STRIKE =
      """
      Tram drivers in Port Averil will stop work on Thursday for 24 hours, their union said, after
      talks on the winter rota with Averil Transit broke down at the Kestrel Hotel.

      Union leader Olga Brandt said that 1,150 drivers had voted for the strike and 87 against it.
      The company's director, Piers Lomax, called the vote a surprise and offered 2.6 per cent.

      Lines 4, 9 and 17 are to run with substitute buses from Lomond Garage, Averil Transit said.\
      """;

  @Test
  void aCopyOfWhatTheBriefHasIsSkippedWithTheReason() {
    Article first = article("Ottermouth Echo", "fire", FIRE, 0);
    Article copy =
        article(
            "Wexcombe Star",
            "rope-works",
            "From our agency partners.\n\n" + FIRE.replace("said nobody", "stated nobody"),
            3);
    KnownStory known = briefed("s-0000000000000001", 1, List.of(first));
    Decision decision = decide(List.of(first, copy), List.of(known));
    assertThat(decision.assignments())
        .singleElement()
        .isInstanceOfSatisfying(
            Assignment.Skip.class,
            skip -> {
              assertThat(skip.why())
                  .isEqualTo(
                      "The brief has it all already: Wexcombe Star runs a copy of the text by"
                          + " Ottermouth Echo.");
              assertThat(skip.story().articleIds()).containsExactly(first.id(), copy.id());
              assertThat(skip.story().origins()).hasSize(1);
              assertThat(skip.story().number()).isEqualTo(2);
            });
  }

  @Test
  void theSameOutletSayingTheSameAgainIsSkippedAndSayingMoreIsNews() {
    Article first = article("Ottermouth Echo", "fire", FIRE, 0);
    Article repeat =
        article(
            "Ottermouth Echo",
            "fire-what-we-know",
            "Nobody was hurt in Ottermouth when the rope works of Tarn & Sons burned on Monday"
                + " night. Holloway, the chief officer, said 3.4 million crowns were lost. Jasper"
                + " Tarn will rebuild. The works employs 129 people and dates from 1861.",
            5);
    Article more =
        article(
            "Ottermouth Echo",
            "fire-cause",
            "A heater caused the fire at the rope works of Tarn & Sons in Ottermouth, inspector"
                + " Alma Quist found. Brenda Holloway named 11 faults, 46 loose wires and"
                + " a door of Gannet Steel. Jasper Tarn said the hemp store burned first.",
            8);
    KnownStory known = briefed("s-0000000000000001", 1, List.of(first));
    Embedder model = new MiniLmEmbedder();
    assertThat(decide(List.of(first, repeat), List.of(known), model).assignments())
        .singleElement()
        .isInstanceOf(Assignment.Skip.class);
    assertThat(decide(List.of(first, repeat, more), List.of(known), model).assignments())
        .singleElement()
        .isInstanceOfSatisfying(
            Assignment.Update.class,
            update -> {
              assertThat(update.newArticleIds()).containsExactly(more.id());
              assertThat(update.why()).isEqualTo("Ottermouth Echo adds new figures (11, 46).");
            });
  }

  @Test
  void aLaterWindowExtendsAStoryWhoseArticlesHaveLeftIt() {
    Article first = article("Ottermouth Echo", "fire", FIRE, 0);
    Article later = article("Wexcombe Star", "tarn", FIRE.substring(FIRE.indexOf("Sixty")), 60);
    KnownStory known = briefed("s-0000000000000001", 4, List.of(first));
    Decision decision =
        StoryKeeper.decide(
            "p",
            List.of(later),
            List.of(first),
            new StoryState(List.of(known)),
            new HashedEmbedder());
    assertThat(decision.assignments())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.story().storyId()).isEqualTo("s-0000000000000001");
          assertThat(one.story().number()).isEqualTo(5);
          assertThat(one.story().articleIds()).containsExactly(first.id(), later.id());
        });
  }

  @Test
  void twoStoriesThatTurnOutToBeOneAreMergedIntoTheOneWithABrief() {
    Article one = article("Ottermouth Echo", "fire", FIRE, 0);
    Article two = article("Wexcombe Star", "fire", FIRE.replace("Monday night", "Monday"), 1);
    KnownStory unbriefed = story("s-000000000000000a", 1, List.of(one), null, 1);
    KnownStory briefed = story("s-000000000000000b", 1, List.of(two), 1, 2);
    Decision decision = decide(List.of(one, two), List.of(unbriefed, briefed));
    assertThat(decision.events())
        .containsExactly(new StoryEvent.Merged("s-000000000000000a", "s-000000000000000b"));
    assertThat(decision.assignments())
        .singleElement()
        .satisfies(merged -> {
          assertThat(merged.story().storyId()).isEqualTo("s-000000000000000b");
          assertThat(merged.story().articleIds()).containsExactly(one.id(), two.id());
        });
  }

  @Test
  void aStoryThatHeldTwoEventsIsSplitOnceNewArticlesShowIt() {
    Article fire = article("Ottermouth Echo", "fire", FIRE, 0);
    Article fireToo = article("Wexcombe Star", "fire", FIRE.replace("Monday night", "Monday"), 1);
    Article strike = article("Averil News", "strike", STRIKE, 1);
    Article fresh = article("Coast Post", "trams", STRIKE.replace("Thursday", "this week"), 2);
    Article fresher = article("Harbour Bell", "rota", STRIKE.replace("a surprise", "a shock"), 3);
    KnownStory mixed = briefed("s-0000000000000001", 1, List.of(fire, fireToo, strike));
    assertThat(decide(List.of(fire, fireToo, strike), List.of(mixed)).events())
        .as("without new evidence nothing moves")
        .isEmpty();
    Decision decision = decide(List.of(fire, fireToo, strike, fresh, fresher), List.of(mixed));
    assertThat(decision.events()).hasSize(1).first().isInstanceOf(StoryEvent.Split.class);
    assertThat(decision.assignments())
        .extracting(assignment -> assignment.story().articleIds().size())
        .containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void anOlderVersionSeenAgainDoesNotReplaceTheNewer() {
    Article old = article("Ottermouth Echo", "fire", FIRE, 0);
    Article corrected = article("Ottermouth Echo", "fire", FIRE.replace("3.4", "2.9"), 0);
    KnownStory before = briefed("s-0000000000000001", 1, List.of(old));
    Decision first = decide(List.of(old, corrected), List.of(before));
    assertThat(first.assignments().getFirst().story().articleIds()).containsExactly(corrected.id());
    assertThat(first.assignments().getFirst()).isInstanceOf(Assignment.Update.class);

    SortedMap<String, URI> addresses = new TreeMap<>(before.addresses());
    addresses.put(corrected.id(), corrected.address());
    SortedMap<String, Integer> since = new TreeMap<>(before.since());
    since.put(corrected.id(), 2);
    StoryRevision second = first.assignments().getFirst().story();
    KnownStory after =
        new KnownStory(second, addresses, since, 2, new TreeSet<>(List.of(corrected.id())), 1);
    Decision again = decide(List.of(old, corrected), List.of(after));
    assertThat(again.revised()).isEmpty();
    assertThat(again.assignments().getFirst()).isInstanceOf(Assignment.Skip.class);
  }

  @Test
  void theOrderOfArticlesDoesNotMatter() {
    List<Article> articles =
        new ArrayList<>(SampleArticle.feeds().stream().map(SampleArticle::article).toList());
    Decision once = decide(articles, List.of());
    Random random = new Random(11);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(articles, random);
      assertThat(decide(articles, List.of())).isEqualTo(once);
    }
  }

  @Test
  void anEmptyWindowHasNothingToDecide() {
    assertThat(decide(List.of(), List.of()).assignments()).isEmpty();
  }

  private static Decision decide(List<Article> window, List<KnownStory> known) {
    return decide(window, known, new HashedEmbedder());
  }

  private static Decision decide(List<Article> window, List<KnownStory> known, Embedder embedder) {
    return StoryKeeper.decide("p", window, List.of(), new StoryState(known), embedder);
  }

  private static KnownStory briefed(String id, int number, List<Article> articles) {
    return story(id, number, articles, number, 1);
  }

  private static KnownStory story(
      String id,
      int number,
      List<Article> articles,
      @org.jspecify.annotations.Nullable Integer briefed,
      long begun) {
    List<String> ids =
        articles.stream().sorted(PublicationOrder.EARLIEST_FIRST).map(Article::id).toList();
    SortedMap<String, URI> addresses = new TreeMap<>();
    SortedMap<String, Integer> since = new TreeMap<>();
    articles.forEach(article -> addresses.put(article.id(), article.address()));
    articles.forEach(article -> since.put(article.id(), number));
    return new KnownStory(
        new StoryRevision(id, number, ids, Origins.of(articles, Copies.among(articles))),
        addresses,
        since,
        briefed,
        briefed == null ? new TreeSet<>() : new TreeSet<>(ids),
        begun);
  }

  private static Article article(String outlet, String slug, String text, int hours) {
    String host = outlet.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    return Articles.article(
        outlet,
        "https://" + host + ".example/" + slug,
        text.contains("Tram") ? "Tram drivers to strike in Port Averil" : "Rope works burns down",
        null,
        NOON.plusHours(hours),
        Language.ENGLISH,
        text);
  }
}
