package colophon.desk;

import colophon.attest.Attestor;
import colophon.edition.VersionPlan;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedReview;
import colophon.provenance.RecordedReviewer;
import colophon.publication.AuditEntry;
import colophon.publication.AuditIndex;
import colophon.publication.AuditQuery;
import colophon.publication.PublicationStore;
import colophon.publication.ReleasedVersions;
import colophon.publication.Withdrawal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what went out in a period, how it was reviewed, and what was put right. */
final class PeriodDesk {

  /** The most versions that one report reads. */
  static final int MOST_VERSIONS = 20_000;

  /**
   * A period.
   *
   * @param cut whether more versions were released than are read
   */
  record Period(List<Row> rows, List<Withdrawal> withdrawals, boolean cut) {
    Period {
      rows = List.copyOf(rows);
      withdrawals = List.copyOf(withdrawals);
    }

    /** How many versions there are of each, by what {@code of} says. */
    SortedMap<String, Integer> counted(java.util.function.Function<Row, String> of) {
      var counts = new TreeMap<String, Integer>();
      rows.forEach(row -> counts.merge(of.apply(row), 1, Integer::sum));
      return counts;
    }
  }

  /**
   * One released version.
   *
   * @param review how it was let out, in words
   * @param override why it went out although marks stood; empty where none did
   */
  record Row(AuditEntry entry, String review, String approvedBy, String override) {}

  private final AuditIndex index;
  private final ReleasedVersions released;
  private final PublicationStore publications;
  private final Attestor attestor;
  private final Headlines headlines;

  PeriodDesk(
      AuditIndex index,
      ReleasedVersions released,
      PublicationStore publications,
      Attestor attestor,
      Headlines headlines) {
    this.index = index;
    this.released = released;
    this.publications = publications;
    this.attestor = attestor;
    this.headlines = headlines;
  }

  /** The versions published, and the briefs withdrawn, from one day to another, in UTC. */
  Period of(LocalDate from, LocalDate to) {
    var query = new AuditQuery("", "", "", "", "", "", from, to, AuditQuery.Outcome.ANY);
    AuditIndex.Found found = index.find(query, MOST_VERSIONS, 0);
    var rows = new ArrayList<Row>();
    found.entries().forEach(entry -> rows.add(row(entry)));
    return new Period(
        rows,
        released.withdrawals(
            from.atStartOfDay(ZoneOffset.UTC).toInstant(),
            to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
        found.total() > found.entries().size());
  }

  /** The slug of a brief that was out. */
  String slug(String briefId) {
    return publications.released(briefId).stream()
        .findFirst()
        .map(plan -> plan.slug().value())
        .orElse(briefId);
  }

  /**
   * The headline of a brief that was out, as its last version had it; its id where it never was.
   */
  String headline(String briefId) {
    return publications.released(briefId).reversed().stream()
        .findFirst()
        .map(headlines::of)
        .orElse(briefId);
  }

  private Row row(AuditEntry entry) {
    RecordedReview review = record(entry.plan()).review();
    RecordedReview.First first = review.first();
    String override = first == null || first.override() == null ? "" : first.override();
    return switch (review.reviewer()) {
      case RecordedReviewer.Policy policy ->
          new Row(entry, "nobody: a rule of the pipeline", policy.pipeline(), override);
      case RecordedReviewer.Person person ->
          new Row(
              entry,
              !override.isEmpty()
                  ? "two people, over marks"
                  : first == null ? "one person" : "two people",
              first == null ? person.name() : first.name() + "; " + person.name(),
              override);
    };
  }

  private ProvenanceRecord record(VersionPlan plan) {
    try {
      return ProvenanceRecord.parse(attestor.record(plan.briefId(), plan.version()).orElseThrow());
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a logged record is damaged: " + e.getMessage(), e);
    }
  }
}
