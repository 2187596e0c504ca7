package colophon.excerpt;

import static colophon.fuzz.FuzzTarget.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.fuzz.FuzzTarget;
import java.util.List;
import java.util.stream.Stream;

/** What anybody may paste. */
public final class ExcerptTargets {

  private static final SentenceIndex INDEX = index();

  private ExcerptTargets() {}

  public static List<FuzzTarget> all() {
    return List.of(new FuzzTarget("excerpt", ExcerptTargets::seeds, ExcerptTargets::excerpt));
  }

  private static SentenceIndex index() {
    var builder = new SentenceIndex.Builder();
    builder.add(
        Shelf.version(
            "harbour",
            1,
            Standing.CURRENT,
            List.of("AI-generated: verify with the original"),
            List.of(
                "The harbour opened to boats on Monday, said Ann Teller.",
                "首脳会談は25分間、通訳だけを交えて行われた。")));
    SentenceIndex index = builder.build();
    // The model of languages is read once, before anything is timed.
    excerpt("Les deux gouvernements sont convenus de poursuivre.".repeat(4).getBytes(UTF_8), index);
    return index;
  }

  private static List<byte[]> seeds() {
    return Stream.of(
            "The harbour opened to boats on Monday, said Ann Teller.[1] It closed — “again”.",
            "<p>The <b>harbour</b> opened<sup>[1]</sup> to boats on Monday, said Ann Teller.</p>",
            "# The **harbour** opened\n\n> [to boats](https://a.example) \\[1\\] 首脳会談は25分間",
            "&lt;AI-generated&gt;: verify with the original")
        .map(text -> text.getBytes(UTF_8))
        .toList();
  }

  private static void excerpt(byte[] input) {
    excerpt(input, INDEX);
  }

  private static void excerpt(byte[] input, SentenceIndex index) {
    Excerpt excerpt;
    try {
      excerpt = Excerpt.read(new String(input, UTF_8));
    } catch (ExcerptRefusedException e) {
      return;
    }
    ExcerptAnswer answer = ExcerptCheck.check(excerpt, index);
    require(!answer.sentences().isEmpty(), "every excerpt gets an answer");
    require(!AnswerText.of(answer).isEmpty(), "an answer can be printed");
    require(!AnswerJson.of(answer).isEmpty(), "an answer can be written");
    for (String sentence : excerpt.sentences()) {
      String plain = Comparison.plain(sentence);
      require(plain.equals(Comparison.plain(plain)), "folding twice changes nothing");
    }
  }
}
