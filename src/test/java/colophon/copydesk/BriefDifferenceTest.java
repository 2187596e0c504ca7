package colophon.copydesk;

import static colophon.grounding.Stories.article;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.copydesk.BriefDifference.Row;
import colophon.excerpt.Stretch;
import colophon.grounding.Stories;
import colophon.text.Language;
import org.junit.jupiter.api.Test;

class BriefDifferenceTest {

  private static final Article HERALD = article("herald", "They met in Nara and left.");
  private static final Article POST = article("post", "They met in Nara and left.");

  @Test
  void whatChangedIsToldWordByWordAndTheRestIsUnchanged() {
    Brief before = brief(lede("l1", "They met in Nara on Monday."), lede("l2", "They left."));
    Brief after = brief(lede("l1", "They met in Nara on Tuesday."), lede("l2", "They left."));
    BriefDifference difference = BriefDifference.between(before, after);
    assertThat(difference.none()).isFalse();
    assertThat(difference.rows())
        .extracting(row -> row.getClass().getSimpleName())
        .containsExactly("Same", "Changed", "Same");
    Row.Changed changed = (Row.Changed) difference.rows().get(1);
    assertThat(changed.inWords()).isTrue();
    assertThat(changed.difference().stretches())
        .contains(
            new Stretch(Stretch.Kind.LEFT_OUT, "Monday"),
            new Stretch(Stretch.Kind.ADDED, "Tuesday"));
    assertThat(BriefDifference.between(before, before).none()).isTrue();
  }

  @Test
  void whatWasCutStandsWhereItStoodAndWhatIsNewWhereItStands() {
    Brief before =
        brief(lede("l1", "First of all."), lede("l2", "Cut away soon."), lede("l3", "It ended."));
    Brief after =
        brief(lede("l1", "First of all."), lede("l3", "It ended."), lede("l3-1", "Then rain."));
    assertThat(BriefDifference.between(before, after).rows())
        .containsExactly(
            new Row.Same(Role.HEADLINE, "A headline", false),
            new Row.Same(Role.LEDE, "First of all.", false),
            new Row.Cut(Role.LEDE, "Cut away soon."),
            new Row.Same(Role.LEDE, "It ended.", false),
            new Row.Added(Role.LEDE, "Then rain."));
  }

  @Test
  void aSentenceIsKnownUnderAnotherIdAndAnotherUnderTheSameIdIsNot() {
    Brief before = brief(lede("l1", "The river rose by two metres in one night."));
    Brief after =
        brief(
            lede("l1", "Schools closed."),
            lede("l2", "The river rose by three metres in one night."));
    assertThat(BriefDifference.between(before, after).rows())
        .satisfiesExactly(
            row -> assertThat(row).isInstanceOf(Row.Same.class),
            row -> assertThat(row).isEqualTo(new Row.Added(Role.LEDE, "Schools closed.")),
            row -> assertThat(row).isInstanceOf(Row.Changed.class));
  }

  @Test
  void otherEvidenceAndOtherMarksBetweenWordsAreDifferencesToo() {
    Brief before = brief(lede("l1", "They met. They left."));
    Brief after =
        Stories.brief(
            Language.ENGLISH,
            Stories.sentence("h", Role.HEADLINE, "A headline", POST),
            lede("l1", "They met; they left."));
    BriefDifference difference = BriefDifference.between(before, after);
    assertThat(difference.none()).isFalse();
    assertThat(difference.rows().getFirst())
        .isEqualTo(new Row.Same(Role.HEADLINE, "A headline", true));
    assertThat(difference.rows().getLast()).isInstanceOf(Row.Changed.class);
  }

  private static Brief brief(Sentence... lede) {
    return Stories.brief(
        Language.ENGLISH, Stories.sentence("h", Role.HEADLINE, "A headline", HERALD), lede);
  }

  private static Sentence lede(String id, String text) {
    return Stories.sentence(id, Role.LEDE, text, HERALD);
  }
}
