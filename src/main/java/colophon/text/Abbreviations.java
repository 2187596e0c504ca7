package colophon.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that carry a full stop of their own, and the words that open a sentence all the same. */
final class Abbreviations {

  /** Always followed by more: a stop after them never ends a sentence. */
  private static final Set<String> LEADING =
      words(
          """
          mr mrs ms mx dr prof gen col lt sgt cpl capt cmdr cdr maj brig adm gov sen rep reps sens
          rev hon pres supt insp det msgr fr bros amb atty asst assoc sec treas vs v cf ca c approx
          e.g i.e viz messrs mmes pvt pfc ens cllr mt ft\
          """);

  /** Followed by a figure they belong to it; else they end a sentence like any word. */
  private static final Set<String> NUMBERING =
      words("no nos art arts par paras pp p vol vols fig figs ch chap tel ext op nr sec sect");

  /** May end a sentence; they do where the next word opens one. */
  private static final Set<String> TRAILING =
      words(
          """
          inc ltd co corp plc llc bros jr sr esq st ave rd blvd hwy sq dept univ est etc al jan feb
          mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun ph.d m.d
          b.a m.a calif conn fla mass minn miss mo penn pa tex wash wis va ill ind ore ga ala ariz
          ark colo del kan ky la md me mich mont neb nev okla tenn vt wyo ont que u.s u.k u.n d.c
          e.u u.s.a u.a.e n.y n.j a.m p.m b.c a.d\
          """);

  private static final Map<String, Set<String>> OTHER_LANGUAGES =
      Map.of(
          "de",
          words(
              """
              z.b d.h u.a u.ä o.ä z.t i.d.r bzw ca dr prof nr abs art str hr fr frl st evtl ggf
              inkl exkl max min mio mrd tsd vgl sog bspw usw geb gest jh\
              """),
          "fr",
          words("m mm mme mmes mlle dr pr me st ste n no art p pp av env etc cf c.-à-d p.ex"),
          "es",
          words(
              "sr sra sres srta d dña dr dra prof ud uds ee.uu n núm pág art av gral lic ing p.ej"),
          "it",
          words("sig sigg sig.ra dott dott.ssa prof avv ing on sen art n pag ecc es s"),
          "pt",
          words("sr sra dr dra prof exmo av n núm pág art v.exa p.ex"),
          "nl",
          words("dhr mevr mr dr drs prof ir ing nr art blz bijv d.w.z o.a m.b.t t.a.v ca enz"),
          "sv",
          words("t.ex bl.a dvs m.m s.k kl nr ca f.d dr prof"),
          "pl",
          words("np tzn itd itp prof dr ul al nr art tys mln mld ok godz r w"),
          "tr",
          words("dr prof doç av vb vs sn no bkz"));

  private static final Set<String> OPENERS =
      words(
          """
          the a an this that these those he she it they we you i there here but and or so yet if
          in on at by for from with when while where what who why how after before since as until
          although though however meanwhile also now then his her its their our my no not some many
          most all both each another other one two three several last next under over during despite
          according\
          """);

  private static final Map<String, Set<String>> OTHER_OPENERS =
      Map.of(
          "de",
          words(
              """
              der die das ein eine er sie es wir ich in im am an auf bei mit nach von vor für zu
              aber und doch auch so wie wenn als da dort dies diese dieser dieses dabei damit\
              """),
          "fr",
          words(
              "le la les un une il elle ils elles nous on ce cette ces mais et en dans au aux l d"),
          "es",
          words("el la los las un una él ella ellos en pero y se su sus este esta no por para con"),
          "it",
          words("il lo la i gli le un una in ma e si questo questa è non per con"),
          "pt",
          words("o a os as um uma ele ela eles em mas e se este esta não por para com"),
          "nl",
          words("de het een hij zij ze wij we in op maar en dit dat deze die er bij"));

  private static final Set<String> TIME_TAILS =
      words(
          """
          et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest kst jst ist monday
          tuesday wednesday thursday friday saturday sunday january february march april may june
          july august september october november december\
          """);

  private Abbreviations() {}

  /** What a stop after {@code word} means when {@code next} follows it. */
  static boolean keepsGoing(String word, String next, Language language) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean figure = !next.isEmpty() && Character.isDigit(next.codePointAt(0));
    if (figure && (NUMBERING.contains(lower) || monthLike(lower))) {
      return true;
    }
    if (lower.equals("a.m") || lower.equals("p.m")) {
      return TIME_TAILS.contains(next.toLowerCase(Locale.ROOT));
    }
    if (isInitial(word) || isAcronym(word) || TRAILING.contains(lower)) {
      return !opens(next, language);
    }
    if (language.tag().equals("en") || language.equals(Language.UNKNOWN)) {
      return LEADING.contains(lower);
    }
    if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
      return true;
    }
    Set<String> own = OTHER_LANGUAGES.getOrDefault(language.tag(), Set.of());
    return own.contains(lower) && !opens(next, language);
  }

  /** Whether this word, capitalised, is a likely first word of a sentence. */
  static boolean opens(String word, Language language) {
    String lower = word.toLowerCase(Locale.ROOT);
    return OPENERS.contains(lower)
            && (language.tag().equals("en") || language.equals(Language.UNKNOWN))
        || OTHER_OPENERS.getOrDefault(language.tag(), Set.of()).contains(lower);
  }

  private static boolean monthLike(String lower) {
    return lower.length() <= 4 && lower.matches("jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec");
  }

  private static boolean isInitial(String word) {
    return word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0));
  }

  private static boolean isAcronym(String word) {
    return word.matches("\\p{L}(\\.\\p{L})+");
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }
}
