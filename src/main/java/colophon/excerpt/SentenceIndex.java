package colophon.excerpt;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of published versions, found by their exact words and by their likeness. Made once
 * by a {@link Builder} and never changed.
 */
public final class SentenceIndex {

  /** The most distinct sentences held: those of about ten thousand briefs. */
  public static final int MOST_SENTENCES = 250_000;

  /** The most published sentences a pasted one is laid beside. */
  public static final int MOST_CANDIDATES = 16;

  /** How many sentences in a row are also found where nothing parts them. */
  static final int MOST_IN_A_ROW = 3;

  /** Distinct words, and every place where they were published. */
  record Entry(String text, List<Match> matches) {}

  private final List<Entry> entries;
  private final Map<String, List<Integer>> exact;
  private final Map<Digest, List<Match>> withoutWords;
  private final Map<String, List<PublishedVersion>> pageLines;
  private final Map<String, PublishedVersion> newest;
  private final long[] postings;
  private final int[] gramCounts;
  private final int versions;

  private SentenceIndex(Builder builder) {
    this.entries = List.copyOf(builder.entries);
    this.exact = builder.exact;
    this.withoutWords = builder.withoutWords;
    this.pageLines = builder.pageLines;
    this.newest = builder.newest;
    this.postings = Arrays.copyOf(builder.postings, builder.posted);
    Arrays.sort(this.postings);
    this.gramCounts = Arrays.copyOf(builder.gramCounts, builder.entries.size());
    this.versions = builder.versions;
  }

  /** How many versions it holds. */
  public int versions() {
    return versions;
  }

  /** The newest version of a brief that it holds. */
  public @Nullable PublishedVersion newest(String briefId) {
    return newest.get(briefId);
  }

  /** The places of these words, which are one sentence or several in a row; empty for none. */
  List<Match> exact(String pasted) {
    var matches = new ArrayList<Match>();
    for (int entry : exact.getOrDefault(Comparison.plain(pasted), List.of())) {
      matches.addAll(entries.get(entry).matches());
    }
    return matches;
  }

  /** The places of a sentence whose words are not at hand, by its digest. */
  List<Match> withoutWords(String pasted) {
    return withoutWords.getOrDefault(Digest.ofText(pasted), List.of());
  }

  /** The versions in whose text this stands as a line that is no sentence of the brief. */
  List<PublishedVersion> pageLine(String pasted) {
    return pageLines.getOrDefault(Comparison.plain(pasted), List.of());
  }

  /** The sentences that share most with a pasted one, the likest first. */
  List<Entry> candidates(String pasted) {
    int[] grams = Grams.of(pasted);
    var shared = new HashMap<Integer, Integer>();
    for (int gram : grams) {
      for (int i = firstPosting(gram);
          i < postings.length && (int) (postings[i] >> 32) == gram;
          i++) {
        shared.merge((int) postings[i], 1, Integer::sum);
      }
    }
    return shared.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Integer>>comparingDouble(
                    each -> -likeness(each.getKey(), each.getValue()))
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_CANDIDATES)
        .map(each -> entries.get(each.getKey()))
        .toList();
  }

  /** The cosine of the angle between two sets of runs, squared, but for the pasted one's size. */
  private double likeness(int entry, int shared) {
    return (double) shared * shared / gramCounts[entry];
  }

  private int firstPosting(int gram) {
    int at = Arrays.binarySearch(postings, posting(gram, 0));
    return at >= 0 ? at : -at - 1;
  }

  private static long posting(int gram, int entry) {
    return (long) gram << 32 | entry;
  }

  /** Takes versions in and makes the index. */
  public static final class Builder {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> byText = new HashMap<>();
    private final Map<String, List<Integer>> exact = new HashMap<>();
    private final Map<Digest, List<Match>> withoutWords = new HashMap<>();
    private final Map<String, List<PublishedVersion>> pageLines = new HashMap<>();
    private final Map<String, PublishedVersion> newest = new TreeMap<>();
    private long[] postings = new long[1024];
    private int posted;
    private int[] gramCounts = new int[64];
    private int versions;

    /**
     * Takes a version in.
     *
     * @return whether it was taken in; not where {@link #MOST_SENTENCES} would be passed
     */
    public boolean add(PublishedVersion version) {
      if (entries.size() + version.sentences().size() > MOST_SENTENCES) {
        return false;
      }
      versions++;
      newest.merge(
          version.briefId(), version, (one, other) -> one.number() > other.number() ? one : other);
      var row = new ArrayList<Integer>();
      for (PublishedSentence sentence : version.sentences()) {
        var match = new Match(version, sentence);
        if (sentence.text() == null) {
          withoutWords.computeIfAbsent(sentence.digest(), key -> new ArrayList<>()).add(match);
          row.clear();
        } else {
          row.add(entry(sentence.text(), match));
          rows(row, sentence);
        }
      }
      for (String line : version.pageLines()) {
        List<PublishedVersion> known =
            pageLines.computeIfAbsent(Comparison.plain(line), key -> new ArrayList<>());
        if (known.isEmpty() || known.getLast() != version) {
          known.add(version);
        }
      }
      return true;
    }

    /** The index of what was taken in. */
    public SentenceIndex build() {
      return new SentenceIndex(this);
    }

    private int entry(String text, Match match) {
      Integer known = byText.get(text);
      if (known != null) {
        entries.get(known).matches().add(match);
        return known;
      }
      int number = entries.size();
      byText.put(text, number);
      entries.add(new Entry(text, new ArrayList<>(List.of(match))));
      key(Comparison.plain(text), List.of(number));
      // What is read out of a pasted text may lose what looks like markup, such as a bullet.
      key(Comparison.plain(PastedMarkup.strip(text)), List.of(number));
      post(Grams.of(text), number);
      return number;
    }

    /** A page's marks may be pasted along, and what stands in a row may lose what parts it. */
    private void rows(List<Integer> row, PublishedSentence last) {
      int end = row.size();
      for (int length = 1; length <= Math.min(MOST_IN_A_ROW, end); length++) {
        List<Integer> some = List.copyOf(row.subList(end - length, end));
        String joined =
            String.join(" ", some.stream().map(entry -> entries.get(entry).text()).toList());
        if (length > 1) {
          key(Comparison.plain(joined), some);
        }
        String marks = last.marks();
        if (!marks.isEmpty() && !endsInFigure(joined) && length == 1) {
          key(Comparison.plain(joined + marks), some);
        }
      }
    }

    private void key(String form, List<Integer> row) {
      List<Integer> known = exact.get(form);
      if (known == null) {
        exact.put(form, row);
      } else if (!known.equals(row)) {
        // The same form in other shapes, such as with other quotation marks.
        exact.put(
            form, java.util.stream.Stream.concat(known.stream(), row.stream()).distinct().toList());
      }
    }

    private static boolean endsInFigure(String text) {
      return text.isEmpty() || Character.isDigit(text.codePointBefore(text.length()));
    }

    private void post(int[] grams, int entry) {
      if (posted + grams.length > postings.length) {
        postings = Arrays.copyOf(postings, Math.max(posted + grams.length, postings.length * 2));
      }
      for (int gram : grams) {
        postings[posted++] = posting(gram, entry);
      }
      if (entry >= gramCounts.length) {
        gramCounts = Arrays.copyOf(gramCounts, gramCounts.length * 2);
      }
      gramCounts[entry] = grams.length;
    }
  }

  /** The names of the briefs it holds. */
  Set<String> briefs() {
    return newest.keySet();
  }
}
