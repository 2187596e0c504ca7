package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Author;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.kernel.Digest;
import colophon.kernel.TextSpan;
import colophon.story.DeskNote;
import colophon.story.Dossier;
import colophon.text.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers see of a brief that rests on a desk note, and what they never see. */
class DeskNotePagesTest {

  private static final String SEAL = "Sealed abcdefghijklmnopqrstuvwxyzab.";
  private static final String WORDS =
      "The mayor said \"no\" to Ann & Bo about the old harbour wall.";
  private static final Instant AT = Instant.parse("2026-05-07T09:00:00Z");

  @Test
  void aNoteOnTheRecordShowsItsWordsAndWhoKnowsThem() {
    Edition edition = job(note(true), Language.ENGLISH).printed();
    assertThat(text(edition, "index.html"))
        .contains("<b class=\"desk-note\">Desk note</b>")
        .contains("a friend of the mayor · held by Ida Quist · learnt 7 May 2026, 11:00 UTC+2")
        .contains("<mark>The mayor said \"no\" to Ann &amp; Bo")
        .doesNotContain(SEAL);
    assertThat(text(edition, "brief.txt")).contains("[2] Desk note · a friend of the mayor · ");
    assertThat(text(edition, "brief.txt")).contains("1 article, 1 independent source, 1 desk note");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ja", "ko", "fr"})
  void ofANoteOffTheRecordNoFormatHoldsWordsOrOrigin(String language) {
    Edition edition = job(note(false), new Language(language)).printed();
    String mark = Words.in(language).text("desk-note.off");
    for (Artefact artefact : edition.artefacts()) {
      assertThat(text(edition, artefact.name()))
          .as(artefact.name())
          .contains(mark)
          .contains("Ida Quist")
          .contains("Called two people.")
          .doesNotContain("old harbour wall", "a friend of the mayor", "abcdefghij");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          index.html | <b class="desk-note">Desk note, off the record</b> <span | <b>Desk note</b> <span
          index.html | <b class="desk-note">Desk note, off the record</b><span class="source-facts"> | <span>
          index.html | <b class="desk-note">Desk note, off the record</b><span | <b class="desk-note">Desk note</b><span
          index.html | <p>Neither its words | <blockquote><p>The mayor</p></blockquote><p>Neither its words
          index.html | <p>Neither its words | <p>The mayor said &quot;no&quot; to Ann &amp; Bo about the old harbour wall. Neither its words
          brief.txt | Called two people. | Called two people: the mayor said "no" to Ann & Bo about the old harbour wall
          brief.md | Called two people | Called two people: the mayor said \\"no\\" to Ann & Bo about the old harbour wall
          brief.ninjs.json | Called two people. | The mayor said \\"no\\" to Ann & Bo about the old harbour wall.
          """)
  void aFileThatTellsMoreOrMarksLessIsRefused(String name, String there, String instead) {
    SampleBriefs.Job job = job(note(false), Language.ENGLISH);
    Edition edition = job.printed();
    Proof proof = Proof.of(job.approved(), job.dossier(), edition.label(), job.imprint());
    String good = text(edition, name);
    assertThat(good).contains(there);
    assertThat(read(name, good, proof)).isEmpty();
    assertThat(read(name, good.replace(there, instead), proof)).isNotEmpty();
  }

  @Test
  void aNoteOfWhichNothingIsKnownIsNoSource() {
    SampleBriefs.Job job = job(note(true), Language.ENGLISH);
    var unknown = new Dossier(job.dossier().revision(), job.dossier().articles());
    Printing printing =
        new SampleBriefs.Job(job.approved(), unknown, job.plan(), job.imprint(), job.fetched())
            .print();
    assertThat(printing)
        .isInstanceOfSatisfying(
            Printing.Refused.class,
            refused -> assertThat(refused.reasons().toString()).contains("rests on a desk note"));
  }

  private static List<String> read(String name, String text, Proof proof) {
    return Proofreader.read(
        new Artefact(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)), proof);
  }

  private static DeskNote note(boolean onRecord) {
    return new DeskNote(
        "n-0123456789abcdef",
        article().id(),
        "Ida Quist",
        AT.plusSeconds(60),
        "a friend of the mayor",
        AT,
        "Called two people.",
        onRecord);
  }

  private static Article article() {
    String text = SEAL + "\n\n" + WORDS;
    URI address = URI.create("urn:colophon:desk-note:n-0123456789abcdef");
    return new Article(
        Article.idOf(address, text),
        address,
        null,
        Digest.ofText("copy of " + text),
        DeskNote.SOURCE,
        DeskNote.MARK,
        DeskNote.MARK,
        List.of(),
        null,
        null,
        Language.ENGLISH,
        text,
        List.of(
            new Passage(1, new TextSpan(0, SEAL.length()), null),
            new Passage(2, new TextSpan(SEAL.length() + 2, text.length()), null)),
        List.of(),
        "text/1");
  }

  private static SampleBriefs.Job job(DeskNote note, Language language) {
    StoryDesk desk = SampleBriefs.smallDesk();
    Article article = article();
    var own =
        new Sentence(
            "l1",
            Role.LEDE,
            "The mayor is against it.",
            List.of(Citation.of(article, 2, article.passage(2).span())),
            new Author.Person("Ida Quist"));
    var brief =
        new Brief(
            language,
            desk.sentence("h", Role.HEADLINE, "The harbour opens", "gazette", "opened"),
            List.of(desk.sentence("d1", Role.STANDFIRST, "It is open.", "gazette", "opened")),
            List.of(own),
            List.of());
    SampleBriefs.Job job =
        SampleBriefs.job(desk, brief, SampleBriefs.model(), SampleBriefs.EDITOR, "harbour-opens");
    return new SampleBriefs.Job(
        job.approved(),
        job.dossier().with(List.of(note), new ArrayList<>(List.of(article))),
        job.plan(),
        job.imprint(),
        job.fetched());
  }

  private static String text(Edition edition, String name) {
    return edition.artefacts().stream()
        .filter(artefact -> artefact.name().equals(name))
        .map(artefact -> new String(artefact.bytes(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }
}
