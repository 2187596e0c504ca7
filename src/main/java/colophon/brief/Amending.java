package colophon.brief;

import colophon.kernel.Digest;
import colophon.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes amendments. A sentence whose words a person changed bears that person's name from then on;
 * mending a letter or a comma does not make one its author.
 */
public final class Amending {

  /** The longest sentence a person may write, in code points. */
  public static final int MOST_CODE_POINTS = 600;

  /** The most sentences a brief may grow to. */
  public static final int MOST_SENTENCES = 200;

  /** The longest text that is looked at: what nobody sees is taken out before words are counted. */
  static final int MOST_CHARACTERS = 10_000;

  private static final int ID_DIGITS = 6;

  private Amending() {}

  /**
   * The amendment as it is made and kept: words in normal form, without what a reader cannot see.
   * Words far too long are cut to what is still refused.
   */
  public static Amendment clean(Amendment amendment) {
    return switch (amendment) {
      case Amendment.Rewrite rewrite ->
          new Amendment.Rewrite(rewrite.sentenceId(), rewrite.before(), clean(rewrite.text()));
      case Amendment.Insert insert ->
          new Amendment.Insert(
              insert.sentenceId(), insert.before(), clean(insert.text()), insert.citations());
      case Amendment.Cut cut -> cut;
      case Amendment.Bind bind -> bind;
      case Amendment.Renew renew -> renew;
    };
  }

  private static String clean(String words) {
    if (words.length() > MOST_CHARACTERS) {
      return "x".repeat(MOST_CODE_POINTS + 1);
    }
    return NormalText.line(NormalText.withoutInvisible(words));
  }

  private static boolean tooLong(String text) {
    return text.codePointCount(0, text.length()) > MOST_CODE_POINTS;
  }

  /** The brief after it, where the sentence still has the words that the person saw. */
  public static Amended apply(Brief brief, Amendment amendment, String person) {
    if (amendment instanceof Amendment.Renew renew) {
      return renew(brief, renew);
    }
    Optional<Sentence> found = brief.sentence(amendment.sentenceId());
    if (found.isEmpty()) {
      return new Amended.Stale("");
    }
    Sentence sentence = found.get();
    if (!sentence.text().equals(amendment.before())) {
      return new Amended.Stale(sentence.text());
    }
    return switch (clean(amendment)) {
      case Amendment.Rewrite rewrite -> rewrite(brief, sentence, rewrite.text(), person);
      case Amendment.Cut ignored -> cut(brief, sentence);
      case Amendment.Bind bind -> bind(brief, sentence, bind.citations());
      case Amendment.Insert insert -> insert(brief, sentence, insert, person);
      case Amendment.Renew renew -> renew(brief, renew);
    };
  }

  private static Amended rewrite(Brief brief, Sentence sentence, String text, String person) {
    Optional<Amended> refusal = refuse(text);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (text.equals(sentence.text())) {
      return new Amended.Refused("Nothing was changed.");
    }
    Author author =
        Spelling.only(sentence.text(), text) ? sentence.author() : new Author.Person(person);
    return changed(brief, sentence, text, sentence.citations(), author);
  }

  private static Amended bind(Brief brief, Sentence sentence, List<Citation> citations) {
    if (citations.isEmpty()) {
      return new Amended.Refused(
          "A sentence rests on at least one passage; select the words it rests on, or cut it.");
    }
    if (citations.equals(sentence.citations())) {
      return new Amended.Refused("It rests on these words already.");
    }
    return changed(brief, sentence, sentence.text(), citations, sentence.author());
  }

  private static Amended renew(Brief brief, Amendment.Renew renew) {
    String now = brief.section(renew.sentenceId()).map(Section::words).orElse("");
    return now.equals(renew.before())
        ? new Amended.Changed(with(brief, renew.section()), renew.sentenceId())
        : new Amended.Stale(now);
  }

  /** The brief with that section in place of the one under the subhead of the same id. */
  public static Brief with(Brief brief, Section renewed) {
    return new Brief(
        brief.language(),
        brief.headline(),
        brief.standfirst(),
        brief.lede(),
        brief.sections().stream()
            .map(section ->
                section.subhead().id().equals(renewed.subhead().id()) ? renewed : section)
            .toList());
  }

  private static Amended changed(
      Brief brief, Sentence sentence, String text, List<Citation> citations, Author author) {
    var other = new Sentence(sentence.id(), sentence.role(), text, citations, author);
    return new Amended.Changed(
        mapped(
            brief,
            each ->
                each.stream().map(one -> one.id().equals(sentence.id()) ? other : one).toList()),
        sentence.id());
  }

  private static Amended cut(Brief brief, Sentence sentence) {
    return switch (sentence.role()) {
      case HEADLINE -> new Amended.Refused("A brief needs its headline; change the words instead.");
      case SUBHEAD ->
          new Amended.Refused(
              "A subhead goes with the last sentence of its section; change its words instead.");
      case STANDFIRST, LEDE, BODY -> {
        boolean last =
            sentence.role() == Role.STANDFIRST && brief.standfirst().size() == 1
                || sentence.role() == Role.LEDE && brief.lede().size() == 1;
        yield last
            ? new Amended.Refused(
                "It is the last sentence of the "
                    + (sentence.role() == Role.LEDE ? "lede" : "standfirst")
                    + "; change its words instead.")
            : new Amended.Changed(
                mapped(
                    brief,
                    each -> each.stream().filter(one -> !one.id().equals(sentence.id())).toList()),
                "");
      }
    };
  }

  private static Amended insert(
      Brief brief, Sentence after, Amendment.Insert insert, String person) {
    if (after.role() == Role.HEADLINE || after.role() == Role.SUBHEAD) {
      return new Amended.Refused("A headline has no second sentence; choose one of a paragraph.");
    }
    if (insert.citations().isEmpty()) {
      return new Amended.Refused(
          "A sentence rests on at least one passage; select the words it rests on first.");
    }
    if (brief.sentences().size() >= MOST_SENTENCES) {
      return new Amended.Refused("A brief has at most " + MOST_SENTENCES + " sentences.");
    }
    String text = insert.text();
    Optional<Amended> refusal = refuse(text);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String id = freeId(brief, after.id(), text);
    var own = new Sentence(id, after.role(), text, insert.citations(), new Author.Person(person));
    return new Amended.Changed(
        mapped(
            brief,
            each -> {
              var with = new ArrayList<Sentence>();
              for (Sentence one : each) {
                with.add(one);
                if (one.id().equals(after.id())) {
                  with.add(own);
                }
              }
              return with;
            }),
        id);
  }

  private static Optional<Amended> refuse(String text) {
    if (text.isBlank()) {
      return Optional.of(new Amended.Refused("A sentence needs words; cut it if it should go."));
    }
    return tooLong(text)
        ? Optional.of(
            new Amended.Refused(
                "A sentence has at most " + MOST_CODE_POINTS + " characters; make it two."))
        : Optional.empty();
  }

  /**
   * An id that no sentence of the brief has nor had with other words: that of the writer's sentence
   * before it and a digest of the words, {@code l1-3f9a2c}.
   */
  private static String freeId(Brief brief, String before, String text) {
    int added = before.indexOf('-');
    return freeId(
        added < 0 ? before : before.substring(0, added),
        text,
        id -> brief.sentence(id).isPresent());
  }

  /**
   * An id of that form.
   *
   * @param writers the place among the writer's sentences, such as {@code s1p2.1}
   */
  public static String freeId(String writers, String text, Predicate<String> taken) {
    for (int copy = 0; ; copy++) {
      String id = writers + "-" + Digest.ofText(copy + "\n" + text).brief(ID_DIGITS);
      if (!taken.test(id)) {
        return id;
      }
    }
  }

  /** The brief with each of its paragraphs changed; sections without a sentence go. */
  private static Brief mapped(Brief brief, Function<List<Sentence>, List<Sentence>> change) {
    return new Brief(
        brief.language(),
        change.apply(List.of(brief.headline())).getFirst(),
        change.apply(brief.standfirst()),
        change.apply(brief.lede()),
        brief.sections().stream()
            .map(section ->
                new Section(
                    change.apply(List.of(section.subhead())).getFirst(),
                    section.paragraphs().stream()
                        .map(change)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList()))
            .filter(section -> !section.paragraphs().isEmpty())
            .toList());
  }
}
