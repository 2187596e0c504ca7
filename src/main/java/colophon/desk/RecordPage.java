package colophon.desk;

import colophon.brief.Writing;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedDeskNote;
import colophon.provenance.RecordedReview;
import colophon.provenance.RecordedReviewer;
import colophon.provenance.RecordedSource;
import colophon.provenance.RecordedVerdict;
import colophon.publication.PublicationStore;
import colophon.publication.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the signed records of a brief say, in plain words for readers. */
@RestController
final class RecordPage {

  /**
   * The page.
   *
   * @param withdrawn that it was taken back, a sentence; empty where it was not
   * @param versions the newest first
   */
  public record View(String slug, String headline, String withdrawn, List<Part> versions) {
    public View {
      versions = List.copyOf(versions);
    }
  }

  /**
   * One version.
   *
   * @param made how the text came to be, sentences
   * @param read who read it before, and who answers for it, sentences
   * @param checked what the source check found, a sentence
   */
  public record Part(
      int version,
      String kind,
      String state,
      String when,
      String note,
      String label,
      List<String> made,
      List<String> read,
      String checked,
      List<Source> sources,
      String record,
      long entry) {
    public Part {
      made = List.copyOf(made);
      read = List.copyOf(read);
      sources = List.copyOf(sources);
    }
  }

  /**
   * One source; its link is empty where it has no public place.
   *
   * @param dated when it was published or learnt, in words; empty where that is not known
   */
  public record Source(
      String outlet, String title, String link, String dated, String fetched, int sentences) {}

  private final HistoryDesk desk;
  private final PublicationStore publications;
  private final Pages pages;

  RecordPage(HistoryDesk desk, PublicationStore publications, Pages pages) {
    this.desk = desk;
    this.publications = publications;
    this.pages = pages;
  }

  @GetMapping("/briefs/{slug}/record")
  ResponseEntity<String> page(@PathVariable String slug) {
    List<HistoryDesk.Told> told = desk.told(slug);
    HistoryDesk.Told newest = told.getLast();
    Optional<Withdrawal> taken = publications.withdrawal(newest.plan().briefId());
    var view =
        new View(
            newest.plan().slug().value(),
            taken.isPresent() ? "A brief that was withdrawn" : newest.headline(),
            taken
                .map(each ->
                    "It was withdrawn on "
                        + DeskWords.day(each.at())
                        + ", with all its versions: "
                        + each.reason())
                .orElse(""),
            told.reversed().stream().map(RecordPage::part).toList());
    return pages.reader(HttpStatus.OK, "record", view);
  }

  private static Part part(HistoryDesk.Told told) {
    ProvenanceRecord record = told.record();
    String note = told.plan().note();
    return new Part(
        told.plan().version(),
        DeskWords.kind(told.plan().kind()),
        told.state().name().toLowerCase(Locale.ROOT),
        DeskWords.day(told.plan().publishedAt()),
        note == null ? "" : note,
        record.label().shortText(),
        made(record),
        read(record.review()),
        checked(record),
        record.sources().stream().map(source -> source(source, record)).toList(),
        told.attested().recordDigest().toString(),
        told.attested().entryIndex());
  }

  private static List<String> made(ProvenanceRecord record) {
    List<RecordedSource> reports =
        record.sources().stream().filter(source -> source.deskNote() == null).toList();
    int notes = record.sources().size() - reports.size();
    long outlets = reports.stream().map(RecordedSource::outlet).distinct().count();
    long origins = reports.stream().map(RecordedSource::origin).distinct().count();
    var made = new ArrayList<String>();
    made.add(record.label().how());
    made.add(
        "It was written from "
            + count(reports.size(), "article")
            + " of "
            + count(outlets, "outlet")
            + (reports.size() == 1
                ? ", by "
                : ", which go back to " + count(origins, "independent source") + ", by ")
            + (record.model().provider().equals(Writing.EXTRACTIVE)
                ? "the built-in writer, which arranges sentences of the articles and generates none."
                : record.model().name() + " (" + record.model().provider() + ")."));
    if (notes > 0) {
      made.add(
          "People of the newsroom added what they know themselves, in "
              + count(notes, "desk note")
              + ", which no model was given.");
    }
    RecordedReview.Changes changes = record.review().changes();
    made.add(
        changes.changed() + changes.written() + changes.removed() == 0
            ? "No person changed its words."
            : "People changed "
                + count(changes.changed(), "sentence")
                + ", wrote "
                + changes.written()
                + " and cut "
                + changes.removed()
                + ".");
    return made;
  }

  private static List<String> read(RecordedReview review) {
    var read = new ArrayList<String>();
    RecordedReview.First first = review.first();
    if (first != null) {
      read.add(first.name() + ", " + first.role() + ", approved it first.");
      String override = first.override();
      if (override != null) {
        read.add(
            "It went out although marks stood, with this reason, and a second person agreed: "
                + override);
      }
    }
    switch (review.reviewer()) {
      case RecordedReviewer.Person person ->
          read.add(
              person.name()
                  + ", "
                  + person.role()
                  + ", approved it, and had opened "
                  + count(review.sentencesOpened().size(), "sentence")
                  + " beside the sources.");
      case RecordedReviewer.Policy policy ->
          read.add(
              "No person read it before it was published: a rule of "
                  + policy.pipeline()
                  + " let"
                  + " it out.");
    }
    read.add(review.responsible() + " holds editorial responsibility.");
    return read;
  }

  private static String checked(ProvenanceRecord record) {
    int all = record.sentences().size();
    int weak = outcomes(record, RecordedVerdict.WEAK);
    int unsupported = outcomes(record, RecordedVerdict.UNSUPPORTED);
    return "Each sentence was held against the words that it rests on. No mismatch was found in "
        + (all - weak - unsupported)
        + " of "
        + all
        + (weak == 0 ? "" : "; " + weak + (weak == 1 ? " rests" : " rest") + " on them loosely")
        + (unsupported == 0
            ? ""
            : "; in "
                + unsupported
                + " something does not stand in them, and an editor let it pass")
        + ". That no mismatch was found does not mean that it is true.";
  }

  private static int outcomes(ProvenanceRecord record, String outcome) {
    return (int)
        record.sentences().stream()
            .filter(sentence -> sentence.verdict().outcome().equals(outcome))
            .count();
  }

  private static Source source(RecordedSource source, ProvenanceRecord record) {
    int sentences =
        (int)
            record.sentences().stream()
                .filter(sentence ->
                    sentence.citations().stream()
                        .anyMatch(citation -> citation.source().equals(source.id())))
                .count();
    RecordedDeskNote note = source.deskNote();
    if (note != null) {
      return new Source(
          source.title(),
          "held by " + note.writtenBy() + ", confirmed: " + note.confirmed(),
          "",
          "learnt " + DeskWords.moment(note.learntAt()),
          DeskWords.day(source.fetchedAt()),
          sentences);
    }
    return new Source(
        source.outlet(),
        source.title(),
        source.landed().matches("https?://.*") ? source.landed() : "",
        source.published() == null ? "" : "published " + DeskWords.moment(source.published()),
        DeskWords.day(source.fetchedAt()),
        sentences);
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
