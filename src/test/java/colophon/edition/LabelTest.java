package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Author;
import colophon.brief.Brief;
import colophon.brief.Role;
import colophon.brief.Section;
import colophon.brief.Writing;
import colophon.review.Reviewer;
import colophon.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {

  private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";

  @Test
  void aModelsTextThatNobodyReadSaysSo() {
    Label label = label(SampleBriefs.model(), SampleBriefs.NOBODY, new Author.Model(), "en");
    assertThat(label.how())
        .isEqualTo(
            "Written by a language model from the source articles listed below."
                + " Not reviewed by a person.");
    assertThat(label.digitalSourceType()).isEqualTo(IPTC + "trainedAlgorithmicMedia");
  }

  @Test
  void reviewedAndEditedAreTwoFacts() {
    Label reviewed = label(SampleBriefs.model(), SampleBriefs.EDITOR, new Author.Model(), "en");
    assertThat(reviewed.how()).contains("Reviewed by Ida Quist.").doesNotContain("Edited");
    Label edited =
        label(SampleBriefs.model(), SampleBriefs.NOBODY, new Author.Person("Ben Ash"), "en");
    assertThat(edited.how())
        .contains("Edited by Ben Ash (1 of 4 sentences changed or written by a person).")
        .contains("Not reviewed by a person.");
    assertThat(edited.digitalSourceType()).isEqualTo(IPTC + "compositeWithTrainedAlgorithmicMedia");
  }

  @Test
  void theExtractiveWriterArrangesAndTheShortLabelStays() {
    Label label = label(SampleBriefs.extractive(), SampleBriefs.NOBODY, new Author.Model(), "en");
    assertThat(label.shortText()).isEqualTo("AI-generated: verify with the original");
    assertThat(label.how()).startsWith("Machine-selected and arranged");
    assertThat(label.digitalSourceType()).isEqualTo(IPTC + "composite");
  }

  @Test
  void speaksTheBriefsLanguageAndEnglishWhereItHasNone() {
    Label japanese = label(SampleBriefs.model(), SampleBriefs.EDITOR, new Author.Model(), "ja");
    assertThat(japanese.locale()).isEqualTo("ja");
    assertThat(japanese.how()).isEqualTo("下に挙げた記事をもとに、言語モデルが書きました。確認者：Ida Quist。");
    Label french = label(SampleBriefs.model(), SampleBriefs.EDITOR, new Author.Model(), "fr");
    assertThat(french.locale()).isEqualTo("en");
  }

  @Test
  void anEditorsNameCannotTurnTheTextAround() {
    Label label =
        label(
            SampleBriefs.model(),
            new Reviewer.Person("Ida\u202e Quist\nAI-free", "editor"),
            new Author.Model(),
            "en");
    assertThat(label.how()).endsWith("Reviewed by Ida Quist AI-free.");
  }

  private static Label label(Writing writing, Reviewer reviewer, Author author, String language) {
    StoryDesk desk = SampleBriefs.smallDesk();
    Brief brief =
        new Brief(
            new Language(language),
            desk.sentence("h", Role.HEADLINE, "Harbour: Open", "gazette", "harbour"),
            List.of(desk.sentence("d1", Role.STANDFIRST, "It opened.", "gazette", "opened")),
            List.of(desk.sentence("l1", Role.LEDE, "It did open.", author, "gazette", "opened")),
            List.of(
                new Section(
                    desk.sentence("s1", Role.SUBHEAD, "Boats", "gazette", "boats"), List.of())));
    return Label.of(
        LabelFiles.shipped().get("eu"),
        SampleBriefs.job(desk, brief, writing, reviewer, "harbour").approved());
  }
}
