package colophon.excerpt;

import colophon.kernel.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Published versions made up of plain sentences, and the questions put to them. */
final class Shelf {

  private final SentenceIndex.Builder builder = new SentenceIndex.Builder();

  /** A version with these sentences, each of which rests on one source. */
  static PublishedVersion version(
      String slug, int number, Standing standing, List<String> lines, List<String> sentences) {
    var published = new ArrayList<PublishedSentence>();
    for (String sentence : sentences) {
      int place = published.size() + 1;
      published.add(
          new PublishedSentence(
              "s" + place,
              "body",
              Digest.ofText(sentence),
              sentence,
              List.of(
                  new CitedSource(
                      place, "Outlet " + place, "Title", "https://outlet.example/" + place))));
    }
    return new PublishedVersion(
        "b-" + slug,
        slug,
        number,
        standing,
        true,
        "The Harbour Desk",
        Instant.parse("2026-05-07T12:00:00Z").plusSeconds(number),
        Digest.ofText(slug + number),
        published,
        lines);
  }

  Shelf with(PublishedVersion version) {
    builder.add(version);
    return this;
  }

  Shelf with(String slug, int number, Standing standing, String... sentences) {
    return with(version(slug, number, standing, List.of(), List.of(sentences)));
  }

  ExcerptAnswer ask(String pasted) {
    try {
      return ExcerptCheck.check(Excerpt.read(pasted), builder.build());
    } catch (ExcerptRefusedException e) {
      throw new AssertionError(e);
    }
  }

  /** The one sentence that an excerpt is. */
  SentenceMatch one(String pasted) {
    List<SentenceMatch> sentences = ask(pasted).sentences();
    if (sentences.size() != 1) {
      throw new AssertionError("expected one sentence, found " + sentences);
    }
    return sentences.getFirst();
  }
}
