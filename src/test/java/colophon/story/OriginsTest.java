package colophon.story;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.text.Language;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginsTest {

  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-02T12:00:00Z");

  @Test
  void headerFooterCutsAndChangedWordsDoNotHideACopy() {
    String text = prose(300, 1);
    String copy =
        "A header of the house.\n\n"
            + prose(300, 1).substring(0, text.length() / 2).replace("w17", "another")
            + "\n\nSubscribe to our letter for more stories like this one every day.";
    Article original = article("First", text, null, 0);
    Article later = article("Second", copy, null, 1);
    assertThat(Copies.among(List.of(later, original)))
        .containsExactly(java.util.Map.entry(later.id(), original.id()));
    assertThat(origins(original, later)).containsExactly("First: 2");
  }

  @Test
  void twoTextsOnOneMatterAreNoCopies() {
    Article one = article("First", prose(300, 1), null, 0);
    Article other = article("Second", prose(300, 2), null, 1);
    assertThat(Copies.among(List.of(one, other))).isEmpty();
    assertThat(origins(one, other)).containsExactly("First: 1", "Second: 1");
  }

  @Test
  void textsThatCreditOneAgencyAreOneSourceWhateverTheirWords() {
    Article one = article("First", prose(200, 1), "Harbour Wire", 0);
    Article other = article("Second", prose(200, 2), "Harbour Wire", 1);
    assertThat(origins(one, other)).containsExactly("Harbour Wire: 2");
  }

  @Test
  void anOutletThatRunsACopyIsStillASourceForWhatItWroteItself() {
    Article original = article("First", prose(200, 1), null, 0);
    Article copy = article("Second", prose(200, 1), "First Agency", 1);
    Article own = article("Second", prose(200, 2), null, 2);
    assertThat(origins(original, copy, own)).containsExactly("First: 2", "Second: 1");
  }

  private static List<String> origins(Article... articles) {
    List<Article> given = List.of(articles);
    return Origins.of(given, Copies.among(given)).stream()
        .map(origin -> origin.name() + ": " + origin.articleIds().size())
        .toList();
  }

  private static String prose(int words, int seed) {
    Random random = new Random(seed);
    List<Integer> numbers =
        new ArrayList<>(IntStream.range(0, words).mapToObj(i -> random.nextInt(90)).toList());
    return numbers.stream().map(number -> "w" + number).collect(Collectors.joining(" "));
  }

  private static Article article(String outlet, String text, @Nullable String credit, int hours) {
    return Articles.article(
        outlet,
        "https://" + outlet.toLowerCase(java.util.Locale.ROOT) + ".example/" + text.hashCode(),
        "A title",
        credit,
        NOON.plusHours(hours),
        Language.ENGLISH,
        text);
  }
}
