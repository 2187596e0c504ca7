package colophon.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.story.StoryRevision;
import colophon.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Their one-on-one talk lasted 25 minutes. | The one-on-one talk lasted 40 minutes, officials said.      | true
          Their one-on-one talk lasted 25 minutes. | Their one-on-one talk lasted twenty-five minutes.           | false
          Their one-on-one talk lasted 60 minutes. | Their one-on-one talk lasted an hour.                       | false
          Their one-on-one talk lasted 25 minutes. | Their one-on-one talk drew 40 reporters.                    | false
          The fire killed 12 people in the town.   | The fire killed 15 people in the town.                      | true
          The fire killed 12 people in the town.   | The fire injured 15 cattle in the town.                     | false
          The fire on Monday killed 12 people.     | The fire on Sunday killed 15 people.                        | false
          The bank raised its rate by 2 percent.   | The bank raised its rate by 3 percent.                      | true
          The bank raised its rate by 2 percent.   | The bank raised its rate from 2 percent to 3 percent.       | false
          Kia sold 12 cars in the town.            | Hyundai sold 15 cars in the town.                           | false
          The leaders first spoke one-on-one for 25 minutes, before ministers joined. | The one-on-one talk of the leaders lasted 40 minutes, before ministers joined. | true
          The bank expects the economy to grow by 1.4 per cent in 2026, against 1.9 per cent before. | The economy will grow by 1.8 per cent this year, the bank said. | true
          The bank cut its rate to 3.00 per cent, saying inflation was beaten. | The bank acted because inflation has fallen to 2.1 per cent. | false
          Tern was third, 47 minutes behind the winner. | Third place went to Tern, which came in 36 minutes after the runner-up. | false
          The crew finished 47 minutes behind the winner. | The crew finished 36 minutes after the runner-up. | false
          The bank lowered its key rate by a quarter of a percentage point. | The committee left its key rate at 3.25 per cent. | false
          Consumer prices rose by 2.1 per cent in the year to December. | Rents rose by 4.5 per cent in the year to December. | false
          About 5,000 people marched in the town.  | A crowd of 4,987 people marched in the town.                | false
          """)
  void sourcesDifferOnOneQuantityOnly(String one, String other, boolean differ) {
    List<Conflict> found =
        Conflicts.find(
            Stories.dossier(Stories.article("one", one), Stories.article("two", other)),
            new WordBagEmbedder());
    assertThat(found).as(one + " / " + other).hasSize(differ ? 1 : 0);
  }

  @Test
  void eachSourceKeepsItsOwnFigure() {
    Article one = Stories.article("one", "They met.", "Their one-on-one talk lasted 25 minutes.");
    Article two = Stories.article("two", "Their one-on-one talk lasted 40 minutes.");
    Article three = Stories.article("three", "Their one-on-one talk lasted 40 minutes in all.");
    List<Conflict> found = Conflicts.find(Stories.dossier(one, two, three), new WordBagEmbedder());
    assertThat(found)
        .singleElement()
        .satisfies(conflict -> {
          assertThat(conflict.claims())
              .extracting(
                  Conflict.Claim::articleId, Conflict.Claim::passage, Conflict.Claim::figure)
              .containsExactly(
                  org.assertj.core.groups.Tuple.tuple(one.id(), 2, "25 minutes"),
                  org.assertj.core.groups.Tuple.tuple(two.id(), 1, "40 minutes"),
                  org.assertj.core.groups.Tuple.tuple(three.id(), 1, "40 minutes"));
          assertThat(conflict.about()).isEqualTo("“Their one-on-one talk lasted …”");
          assertThat(conflict.claims().getFirst().quote())
              .isEqualTo("Their one-on-one talk lasted 25 minutes.");
        });
  }

  @Test
  void theRealModelFindsDifferencesInOtherWords() {
    Article one =
        Stories.article(
            "one",
            "Lee and Takaichi first spoke one-on-one for 25 minutes, before ministers and senior"
                + " advisers from the two governments joined them at the table.",
            "The summit drew 600 reporters, and the talks of the ministers lasted three hours.");
    Article two =
        Stories.article(
            "two",
            "The one-on-one conversation between the leaders lasted 40 minutes, with only"
                + " interpreters present, two officials from the Japanese delegation said.",
            "A dinner for 120 guests followed.");
    assertThat(Conflicts.find(Stories.dossier(one, two), new colophon.llm.MiniLmEmbedder()))
        .singleElement()
        .extracting(Conflict::about)
        .isEqualTo("“Lee and Takaichi first spoke one-on-one for …”");
  }

  @Test
  void copiesOfOneOriginDoNotDiffer() {
    Article one = Stories.article("one", "Their one-on-one talk lasted 25 minutes.");
    Article two = Stories.article("two", "Their one-on-one talk lasted 40 minutes.");
    List<String> ids = List.of(one.id(), two.id());
    Dossier dossier =
        new Dossier(
            new StoryRevision(
                "s-0123456789abcdef", 1, ids, List.of(new Origin("Harbour Wire", ids))),
            List.of(one, two));
    assertThat(Conflicts.find(dossier, new WordBagEmbedder())).isEmpty();
  }

  @Test
  void newsOfAnotherDayIsADevelopment() {
    Article one =
        Stories.article(
            "one",
            "Post",
            Language.ENGLISH,
            "2026-01-13T18:00:00Z",
            "The fire killed 12 people in the town.");
    Article two =
        Stories.article(
            "two",
            "Mail",
            Language.ENGLISH,
            "2026-01-17T18:00:00Z",
            "The fire killed 15 people in the town.");
    assertThat(Conflicts.find(Stories.dossier(one, two), new WordBagEmbedder())).isEmpty();
  }
}
