package colophon.llm;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which words of a story are names, told from where its sentences capitalise them. */
final class Capitals {

  private final Map<String, Integer> capital = new HashMap<>();
  private final Map<String, Integer> small = new HashMap<>();

  Capitals(List<SourceSentence> sentences) {
    for (SourceSentence sentence : sentences) {
      List<String> tokens = NounPhrases.tokens(sentence.text());
      for (int i = 1; i < tokens.size(); i++) {
        String token = bare(tokens.get(i));
        boolean opens = "“\"‘'".contains(tokens.get(i - 1));
        if (!opens && Character.isUpperCase(token.codePointAt(0))) {
          capital.merge(token.toLowerCase(Locale.ROOT), 1, Integer::sum);
        } else if (Character.isLowerCase(token.codePointAt(0))) {
          small.merge(token, 1, Integer::sum);
        }
      }
    }
  }

  /** Whether the texts write this word with a capital more often than not. */
  boolean isName(String word) {
    String key = bare(word).toLowerCase(Locale.ROOT);
    return capital.getOrDefault(key, 0) > small.getOrDefault(key, 0);
  }

  /** A title in which only names have capitals, however its desk set it. */
  String plain(String title) {
    if (isPlain(title)) {
      int space = title.indexOf(' ');
      String first = space < 0 ? title : title.substring(0, space);
      boolean common =
          first.length() > 1 && small.containsKey(bare(first).toLowerCase(Locale.ROOT));
      return common && !isName(first)
          ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1)
          : title;
    }
    StringBuilder plain = new StringBuilder(title.length());
    for (String word : title.split(" ")) {
      boolean lower =
          !isName(word)
              && word.length() > 1
              && Character.isUpperCase(word.codePointAt(0))
              && word.substring(1).codePoints().noneMatch(Character::isUpperCase)
              && !word.contains("-");
      plain.append(plain.isEmpty() ? "" : " ");
      plain.append(lower ? word.toLowerCase(Locale.ROOT) : word);
    }
    return plain.toString();
  }

  /** Whether most of a title's longer words are written small. */
  private static boolean isPlain(String title) {
    long raised = 0;
    long lowered = 0;
    for (String word : title.split(" ")) {
      if (word.length() > 3 && Character.isLetter(word.codePointAt(0))) {
        raised += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
        lowered += Character.isLowerCase(word.codePointAt(0)) ? 1 : 0;
      }
    }
    return lowered >= raised;
  }

  static String bare(String token) {
    String bare = token.replaceAll("['’]s?$", "");
    return bare.isEmpty() ? token : bare;
  }
}
