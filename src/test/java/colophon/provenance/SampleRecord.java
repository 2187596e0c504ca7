package colophon.provenance;

import colophon.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small brief of fictional outlets and people, whose record uses every member there is. */
public final class SampleRecord {

  /** The label's short words, as they stand in every artefact. */
  public static final String LABEL = "AI-generated: verify with the original";

  private static final String SOURCE = "a-0f4c1d2e3b5a69788796";

  private SampleRecord() {}

  /** The brief's files. */
  public static SortedMap<String, byte[]> artefacts() {
    var files = new TreeMap<String, byte[]>();
    files.put(
        "index.html",
        bytes(
            "<!doctype html><html lang=\"en\"><head><title>Averland"
                + " rate</title></head><body><main><p class=\"label\">AI-generated: verify with the"
                + " original</p><h1>Averland Rate Decision: Borrowers Wait</h1><p>The Bank of"
                + " Averland kept its rate at 4.25 per cent.</p></main></body></html>\n"));
    files.put(
        "brief.txt",
        bytes(
            LABEL
                + "\n\nAverland Rate Decision: Borrowers Wait\n\n"
                + "The Bank of Averland kept its rate at 4.25 per cent.\n"));
    files.put(
        "brief.md",
        bytes(
            "**"
                + LABEL
                + "**\n\n# Averland Rate Decision: Borrowers Wait\n\n"
                + "The Bank of Averland kept its rate at 4.25 per cent.\n"));
    files.put(
        "brief.json",
        bytes(
            "{\"headline\":\"Averland Rate Decision: Borrowers Wait\",\"usageterms\":\""
                + LABEL
                + "\"}\n"));
    return files;
  }

  /** The record of version 2 of these files. */
  public static ProvenanceRecord record() {
    return record(2, Digest.ofText("the record of version 1"));
  }

  /** The record of any version of these files. */
  public static ProvenanceRecord record(int version, @Nullable Digest previous) {
    return ProvenanceRecord.of(
        brief(version, previous),
        run(),
        List.of(source()),
        sentences(),
        model(),
        List.of(),
        review(),
        label());
  }

  /** The record of a version that went out without a person's review. */
  public static ProvenanceRecord releasedByPolicy() {
    RecordedReview review = review();
    return ProvenanceRecord.of(
        brief(1, null),
        run(),
        List.of(source()),
        sentences(),
        model(),
        List.of(),
        new RecordedReview(
            new RecordedReviewer.Policy("sample"),
            null,
            review.decidedAt(),
            review.decision(),
            List.of(),
            List.of(),
            RecordedReview.Changes.NONE,
            review.approved(),
            review.responsible(),
            List.of()),
        label());
  }

  private static RecordedBrief brief(int version, @Nullable Digest previous) {
    var artefacts = new ArrayList<RecordedArtefact>();
    artefacts()
        .forEach((name, bytes) -> artefacts.add(RecordedArtefact.of(name, type(name), bytes)));
    boolean first = version == 1;
    return new RecordedBrief(
        "b-1a2b3c4d5e6f7081",
        version,
        "averland-rate-decision-borrowers-wait",
        "en",
        first ? RecordedBrief.Kind.ORIGINAL : RecordedBrief.Kind.CORRECTION,
        first ? null : "An earlier version gave the rate as 4.5 per cent.",
        true,
        "The Sample Desk",
        "s-9f8e7d6c5b4a3021",
        2,
        Instant.parse("2026-03-05T14:30:00Z"),
        Instant.parse("2026-03-05T12:10:00Z"),
        artefacts,
        previous);
  }

  private static String type(String name) {
    String ending = name.substring(name.indexOf('.') + 1);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "txt" -> "text/plain; charset=utf-8";
      case "md" -> "text/markdown; charset=utf-8";
      default -> "application/json";
    };
  }

  private static RecordedRun run() {
    return new RecordedRun(
        "r-20260305-1200",
        "sample",
        Digest.ofText("the pipeline's definition"),
        "daily at 13:00, 15:30",
        "2026-03-05T15:30 Europe/Berlin",
        "schedule",
        Instant.parse("2026-03-05T14:30:00Z"),
        "Colophon",
        "0.1.0",
        "4f2c9d1",
        "grounding/1");
  }

  private static RecordedSource source() {
    return new RecordedSource(
        SOURCE,
        1,
        "counting-house",
        "https://counting-house.example/news/averland-rate",
        "https://counting-house.example/news/averland-rate.html",
        "https://counting-house.example/news/averland-rate.html",
        "The Counting House",
        "Bank of Averland holds",
        List.of("Mira Tolvane"),
        "Harbour Wire",
        OffsetDateTime.parse("2026-03-05T12:02:00+01:00"),
        "en",
        Instant.parse("2026-03-05T11:40:12Z"),
        200,
        Digest.ofText("the bytes as received"),
        Digest.ofText("the bytes after content decoding"),
        "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        "html/1",
        Digest.ofText("the extracted text"),
        "The Counting House",
        new RecordedRights(
            "use",
            RecordedRights.ROBOTS_ALLOWED,
            List.of(new RecordedRights.Signal("x-robots-tag", "noai")),
            new RecordedRights.Overruling("An operator", "Licence of 2 January, file 7.")));
  }

  private static List<RecordedSentence> sentences() {
    return List.of(
        new RecordedSentence(
            "h",
            "headline",
            Digest.ofText("Averland Rate Decision: Borrowers Wait"),
            List.of(citation("Bank of Averland holds", 0)),
            new RecordedVerdict(
                RecordedVerdict.NO_MISMATCH, null, List.of(new RecordedCheck("names", true, -1))),
            new RecordedAuthor.Person("Ilse Maren")),
        new RecordedSentence(
            "l1",
            "lede",
            Digest.ofText("The Bank of Averland kept its rate at 4.25 per cent."),
            List.of(citation("The bank kept its rate at 4.25 per cent", 120)),
            new RecordedVerdict(
                RecordedVerdict.WEAK,
                "similarity",
                List.of(
                    new RecordedCheck("figures", true, -1),
                    new RecordedCheck("similarity", false, 431))),
            new RecordedAuthor.Model()));
  }

  private static RecordedCitation citation(String quote, int start) {
    return new RecordedCitation(SOURCE, 2, start, start + quote.length(), Digest.ofText(quote));
  }

  private static RecordedModel model() {
    return new RecordedModel(
        "extractive",
        "extractive",
        "extractive/1",
        "brief",
        "1",
        Digest.ofText("the instructions"),
        Map.of("temperature", "0.2", "seed", "7"),
        Digest.ofText("the request"),
        Digest.ofText("the answer"),
        1840,
        312,
        0L,
        "EUR",
        1);
  }

  private static RecordedReview review() {
    return new RecordedReview(
        new RecordedReviewer.Person("Ilse Maren", "editor"),
        Instant.parse("2026-03-05T14:05:00Z"),
        Instant.parse("2026-03-05T14:21:00Z"),
        "approved",
        List.of("h", "l1"),
        List.of("accuracy", "plausibility", "sources"),
        new RecordedReview.Changes(1, 0, 0, Digest.ofText("the difference")),
        Digest.ofText("the approved copy"),
        "Ilse Maren",
        List.of(
            new RecordedReview.Flag("single-source", "Only one independent source was found.")));
  }

  private static RecordedLabel label() {
    return new RecordedLabel(
        "eu",
        "en",
        LABEL,
        "Selected by software from the sources below; reviewed and edited by Ilse Maren.",
        "This text was put together by software from the articles listed under it and may hold"
            + " errors. Check what matters to you against the originals.",
        "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
