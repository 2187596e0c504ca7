package colophon.llm;

import colophon.text.Language;
import colophon.text.NormalText;
import colophon.text.Words;
import java.util.regex.Pattern;

/** Judges whether a sentence can be quoted out of its article and still be understood. */
final class Quotability {

  static final int LEAST_WORDS = 7;
  static final int MOST_WORDS = 48;

  /** Marks of machines: footnotes, markup, emphasis. */
  private static final Pattern MARKS = Pattern.compile("\\[\\d|[<>`|{}]|\\*|__|&#");

  private static final Pattern OPENING_CONNECTIVE =
      Pattern.compile(
          "^(?:But|And|Yet|However,|Meanwhile,|Moreover,|Furthermore,|In addition,|Still,"
              + "|Nevertheless,|Nonetheless,|Even so,)\\s+(?=\\p{L})");

  private static final Pattern NOTICE =
      Pattern.compile(
          "(?i)^(?:sample\\b|correction\\b|clarification\\b|updated?:|editor['’]?s note|note to\\b"
              + "|(?:photos?|images?|pictures?|video|watch|credit|sources?|related|more)\\s*[:|/]|read"
              + " more|see also|advertisement|sponsored (?:by|content)|reporting by|additional"
              + " reporting|edited by|written by|follow us|share this|copyright\\b|©|all"
              + " rights|disclaimer|table of contents|last (?:updated|modified))|all rights"
              + " reserved|\\bthis"
              + " (?:article|story|note|report|paper|backgrounder|brief|briefing|post|page|piece|summary|newsletter|website)\\b|\\b(?:an"
              + " )?earlier (?:version|draft)\\b|\\bclick here\\b|\\bsubscribe"
              + " (?:to|now|today)\\b|\\bour newsletter|\\bcookie (?:policy|settings)|\\bterms of"
              + " (?:use|service)\\b|\\bprivacy"
              + " policy\\b|https?://|www\\.|@\\w+|\\b(?:story|article) (?:was|has been) (?:first"
              + " |originally )?(?:published|updated)|\\bis a (?:staff"
              + " )?(?:writer|reporter|correspondent|columnist) (?:at|for|with|based)");

  private static final Pattern CALL =
      Pattern.compile(
          "^(?:Sign|Subscribe|Read|Click|Follow|Visit|Contact|Call|Join|Listen|Download|Register|See"
              + "|Note|Send|Tell|Share|Learn|Find|Get|Check|Stay|Let|Please|Try|Buy|Don['’]t)\\s");

  private static final Pattern OWN_VOICE =
      Pattern.compile(
          "(?i)\\b(?:i|i['’](?:m|ve|d|ll)|we|we['’](?:re|ve|d|ll)|you|you['’](?:re|ve|d|ll)|our|ours|my|mine|your"
              + "|yours|us)\\b(?!\\.)");

  private static final Pattern POINTING_START =
      Pattern.compile(
          "^[\"“‘']?(?:He|She|They|It|Its|His|Her|Hers|Their|Theirs|Him|Them|This|That|These|Those(?!"
              + " (?:who|whose|with|in)\\b)|Such|Both of|Neither of|None of|All of"
              + " (?:them|these|those)|One of (?:them|these|those)|\\w+ of"
              + " (?:them|these|those|which|whom)\\b|Another|Others?\\b|The others?\\b|The"
              + " (?:former|latter|same|rest|pair|trio|duo|move|news|result is|reason"
              + " is|idea)\\b|The (?:first|second|third|fourth|fifth|last|final|next)"
              + " (?:is|are|was|were|of|one|question|point|reason)\\b|The"
              + " (?:\\d+-year-old|man|woman|men|women|boy|girl|teen|teenager|suspect|victim|couple"
              + "|minor|company|firm|actor|actress|singer|player|accused|defendant|paper|statement)\\b|A"
              + " (?:second|third|fourth|fifth|further|similar|related|separate)\\b|Plus\\b|Now,|Of"
              + " course|Certainly|Well,|Never\\b|(?:\\w+ ){1,3}(?:later|earlier),"
              + "|So\\b|Also\\b|Then\\b|Thus\\b|Hence\\b|Therefore\\b|Instead\\b|Similarly\\b|Likewise\\b|Otherwise\\b|Besides\\b|Indeed\\b|Nor\\b|Or\\b|Too\\b|Once"
              + " there|There,|Here\\b|(?:As a result|For example|For instance|In contrast|By"
              + " contrast|On the other hand|In turn|In fact|In other words|That said|After"
              + " (?:that|this)|Since (?:then|that)|Until (?:then|that)|At that|At this|By"
              + " then|Before (?:that|this)|Despite (?:that|this)|Because of (?:that|this)|For"
              + " (?:that|this)|To (?:that|this)|On (?:that|this)|In (?:that|this|these|those)|If"
              + " (?:so|not|those|these|that|this)|Not everything|Not all|Behind the|A lighter|At"
              + " the same time|Among them|Of these|Of those|Only \\d+|Only one|Some"
              + " (?:of|say)|Many of)\\b)");

  private static final Pattern POINTING_INSIDE =
      Pattern.compile(
          "(?i)\\b(?:those|these)\\b(?!"
              + " (?:who|whose|of|in|with|that|which|without|from|on|at|for|whom))|\\bthis\\b(?!"
              + " (?:year|week|month|spring|summer|autumn|winter|fall|morning"
              + "|afternoon|evening|weekend|season|century|decade|time))"
              + "|\\b(?:of|in|at|on|for|by|with|from|after|since|before|under|within|during|until)"
              + " that"
              + " (?!(?:the|a|an|he|she|it|they|some|many|no|is|are|was|were|has|have)\\b)\\p{L}|\\bthat"
              + " (?:estimate|figure|share|level|sum|number|decision|choice|move|rate|price|date"
              + "|question|view|value|service|area|period|day|night|year|rule|plan|deal|case|table)\\b|\\bsuch"
              + " an? |\\b(?:of|at|in|on|for|by|with|from|hold) such (?!as)|,? meanwhile,|\\bthe"
              + " (?:former|latter)\\b|\\bin the same"
              + " (?:year|month|week)\\b|\\b(?:too|however|therefore|instead)[,.]|\\bthe"
              + " (?:two|three|four) (?:groups|camps)\\b|\\bthe (?:\\w+ )?(?:here|there)\\b|\\bthe"
              + " (?:first|second|third|other)[,.;]|\\bthe same (?:view|way|thing|point|reason|opinion)\\b");

  private static final Pattern PERSON_POINTER =
      Pattern.compile("(?i)\\b(?:he|she|his|her|him|hers|herself|himself)\\b");

  private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{Ll}’'-]+");

  private static final Pattern SPEECH =
      Pattern.compile(
          "(?i)\\b(?:said|says|told|wrote|writes|added|argued|warned|noted|stated|asked|according"
              + "|replied|reported|insisted|explained|suggested|recalled|conceded|admitted|declared)\\b");

  private Quotability() {}

  /** The sentence without a connective that ties it to the one before; may begin small. */
  static String freed(String sentence) {
    return OPENING_CONNECTIVE.matcher(sentence).replaceFirst("");
  }

  static Standing judge(String sentence, Language language) {
    int words = Words.count(sentence);
    if (words < LEAST_WORDS || words > MOST_WORDS || !whole(sentence) || notice(sentence)) {
      return Standing.NEVER;
    }
    if (!language.equals(Language.ENGLISH)) {
      return Standing.ALONE;
    }
    String unquoted = QuotedSpeech.without(sentence);
    if (OWN_VOICE.matcher(unquoted.replaceAll("\\bU\\.?S\\.?", "")).find()) {
      return Standing.NEVER;
    }
    return points(sentence, unquoted) ? Standing.FOLLOWING : Standing.ALONE;
  }

  private static boolean points(String sentence, String unquoted) {
    boolean speechAlone = QuotedSpeech.begins(sentence) && !SPEECH.matcher(unquoted).find();
    return speechAlone
        || !QuotedSpeech.begins(sentence) && POINTING_START.matcher(sentence).find()
        || POINTING_INSIDE.matcher(unquoted).find()
        || pointsToNobody(unquoted);
  }

  /** "She said", with no name before it that she could be. */
  private static boolean pointsToNobody(String text) {
    var pointer = PERSON_POINTER.matcher(text);
    return pointer.find() && !NAME.matcher(text.substring(0, pointer.start())).find();
  }

  private static boolean whole(String sentence) {
    int first = sentence.codePointAt(0);
    boolean opens =
        Character.isLetter(first) || Character.isDigit(first) || "\"“‘'$€£¥".indexOf(first) >= 0;
    int last = sentence.codePointBefore(sentence.length());
    boolean closes = ".!。！".indexOf(last) >= 0 || "\"”’'」』".indexOf(last) >= 0;
    return opens
        && closes
        && !sentence.contains("?")
        && !sentence.contains("？")
        && !sentence.contains("…")
        && !sentence.contains("...")
        && QuotedSpeech.balanced(sentence)
        && !MARKS.matcher(sentence).find()
        && NormalText.withoutInvisible(sentence).equals(sentence)
        && !shouts(sentence);
  }

  private static boolean shouts(String sentence) {
    long capitals = sentence.codePoints().filter(Character::isUpperCase).count();
    long small = sentence.codePoints().filter(Character::isLowerCase).count();
    return capitals > small;
  }

  private static boolean notice(String sentence) {
    return NOTICE.matcher(sentence).find() || CALL.matcher(sentence).find();
  }
}
