package colophon.brief;

import java.util.List;

/**
 * One thing that a person does to a brief at the desk. Each names the sentence by its lasting id
 * and the words the person had before them, so that nobody changes a text that has changed
 * meanwhile.
 */
public sealed interface Amendment {

  /** The sentence it is about. */
  String sentenceId();

  /** The words of the sentence as the person saw them. */
  String before();

  /** Other words for a sentence; it keeps what it cites. */
  record Rewrite(String sentenceId, String before, String text) implements Amendment {}

  /** The sentence goes; with the last one of a section its subhead goes too. */
  record Cut(String sentenceId, String before) implements Amendment {}

  /**
   * What the sentence rests on.
   *
   * @param citations never empty
   */
  record Bind(String sentenceId, String before, List<Citation> citations) implements Amendment {
    public Bind {
      citations = List.copyOf(citations);
    }
  }

  /**
   * A section as the model wrote it again. It is about the section under that subhead, and {@code
   * before} are all its words ({@link Section#words}).
   *
   * @param section keeps the id of its subhead; the ids of its sentences are new
   * @param writing how the model came to write it
   */
  record Renew(String sentenceId, String before, Section section, Writing writing)
      implements Amendment {}

  /**
   * A sentence of the person's own after this one, in the same paragraph.
   *
   * @param citations what it rests on, never empty
   */
  record Insert(String sentenceId, String before, String text, List<Citation> citations)
      implements Amendment {
    public Insert {
      citations = List.copyOf(citations);
    }
  }
}
