package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case spoils one good artefact in one way; a proofreader that let it pass would be none. */
class ProofreaderTest {

  private static final String LABEL = "AI-generated: verify with the original";

  private static Edition edition;
  private static Proof proof;

  @BeforeAll
  static void print() {
    var job = SampleBriefs.reef();
    edition = job.printed();
    proof = Proof.of(job.approved(), job.dossier(), edition.label(), job.imprint());
  }

  @Test
  void findsNothingInWhatThePressPrinted() {
    assertThat(edition.artefacts())
        .allSatisfy(artefact -> assertThat(Proofreader.read(artefact, proof)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <p class="label-short">AI-generated: verify with the original</p> | <p class="label-short"></p>
          <p class="label-short">AI-generated: verify with the original</p> | <p class="label-short">AI-generated: verify with the 0riginal</p>
          <p class="label-short">AI-generated: verify with the original</p> | <p class="label-short">ΑI-generated: verify with the original</p>
          <p class="label-short">AI-generated: verify with the original</p> | <p class="label-short">AI-generated:&nbsp;verify with the original</p>
          <p class="label-short">AI-generated: verify with the original</p> | <p class="label-short">AI-<b>generated</b>: verify with the original</p>
          <p class="label-short"> | <p class="label-short" hidden>
          <p class="label-short"> | <p class="label-short" style="display:none">
          <p class="label-short"> | <p class="label-short" aria-hidden="true">
          <aside class="label" | <aside class="label skip"
          <p class="label-short"> | <p class="label-short passage">
          <article | <article class="skip"
          <aside class="label" | <aside inert class="label"
          <aside class="label" | <aside popover class="label"
          <aside class="label" | <details><summary>x</summary></details><aside class="label"
          <aside class="label" | <p>Our reporters write:</p><aside class="label"
          <main id="brief" tabindex="-1"> | <main id="brief" tabindex="-1">Real news
          <main id="brief" | <template></template><main id="brief"
          <main id="brief" | <div id="brief"
          Written by a language model | Written by our reporters
          It may leave things out | It leaves nothing out
          <body> | <body><script>1</script>
          <body> | <body onload="x()">
          <body> | <body><style>aside{display:none}</style>
          <body> | <body><iframe src="https://x.example"></iframe>
          <body> | <body><img src="https://x.example/t.gif">
          <body> | <body><form action="https://x.example"></form>
          <meta charset="utf-8"> | <meta charset="utf-8"><base href="https://x.example/">
          href="https://tidewater.example/2026/05/merrow-reef" | href="javascript:alert(1)"
          href="https://tidewater.example/2026/05/merrow-reef" | href="java&#10;script:alert(1)"
          href="https://tidewater.example/2026/05/merrow-reef" | href="//tidewater.example/"
          href="https://tidewater.example/2026/05/merrow-reef" | href="data:text/html,x"
          href="mailto:errors@harbour-desk.example" | href="mailto:someone@else.example"
          counted 214 plots on | counted 241 plots on
          <mark>Divers counted 214 plots | <mark>Divers counted 241 plots
          popovertarget="p5" | popovertarget="p99"
          <li id="source-4"> | <li id="source-9">
          "creditText":"AI-generated | "creditText":"Human
          """)
  void refusesAPageThatWasSpoilt(String there, String instead) {
    assertThat(spoilt("index.html", there, instead)).isNotEmpty();
  }

  @Test
  void refusesASentenceWithoutMarkAndOneThatNobodyApproved() {
    assertThat(replaced("index.html", "(?s)(id=\"s-l1\">[^<]*</span>)<sup.*?</sup>", "$1"))
        .anySatisfy(finding -> assertThat(finding).contains("l1 has no mark"));
    assertThat(
            spoilt(
                "index.html",
                "<p class=\"lede\">",
                "<p class=\"lede\"><span class=\"sentence\">More.</span>"))
        .anySatisfy(finding -> assertThat(finding).contains("12 sentences where 11"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          brief.txt | AI-generated: verify | AI-generated; verify
          brief.txt | AI-generated: verify with the original\\n | Exclusive\\nAI-generated: verify with the original\\n
          brief.txt | AI-generated: verify with the original\\n | AI-generated: verify with the original by us\\n
          brief.txt | April. [1] | April.
          brief.txt | 214 plots | 241 plots
          brief.txt | Written by a language | Written by a poet's language
          brief.txt | It may leave things out | It leaves nothing out
          brief.txt | Sources | So\\u202eurces
          brief.md | AI-generated: verify | **AI-generated**: verify
          brief.md | April. \\\\[1\\\\] | April.
          brief.md | ## Sources | <b>Sources</b>
          brief.md | (https://tidewater.example/ | (javascript:alert(1)//
          brief.ninjs.json | "role":"disclosure","value":"AI-generated | "role":"disclosure","value":"Human-made
          brief.ninjs.json | "role":"disclosure", | "role":"note",
          brief.ninjs.json | "usageTerms":"AI-generated | "usageTerms":"Human
          brief.ninjs.json | /compositeWithTrainedAlgorithmicMedia | /digitalCreation
          brief.ninjs.json | <p><strong>AI-generated | <p>By us.</p><p><strong>AI-generated
          brief.ninjs.json | { | {{
          brief.atom.xml | <summary type="text">AI | <summary type="text">NI
          brief.atom.xml | &lt;p&gt;&lt;strong&gt;AI | &lt;p&gt;&lt;strong&gt;NI
          brief.atom.xml | 214 plots | 241 plots
          brief.atom.xml | href="https://harbour-desk.example/briefs/merrow-reef-recovery/" | href="javascript:x"
          brief.atom.xml | <entry | <!DOCTYPE x [<!ENTITY a "b">]><entry
          brief.feed.json | "summary":"AI-generated | "summary":"News: AI-generated
          brief.feed.json | "content_html":"<p><strong>AI | "content_html":"<p hidden><strong>AI
          brief.feed.json | "content_text":"AI | "content_text":"Not AI
          brief.feed.json | "url":"https: | "url":"javascript:
          brief.feed.json | <ol><li> | <ol><script>1</script><li>
          """)
  void refusesEveryOtherFormatThatWasSpoilt(String name, String there, String instead) {
    assertThat(spoilt(name, unescape(there), unescape(instead))).isNotEmpty();
  }

  @Test
  void refusesWhatIsNotUtf8AndWhatNobodyKnows() {
    assertThat(Proofreader.read(new Artefact("brief.txt", "text/plain", new byte[] {-1}), proof))
        .containsExactly("brief.txt is not UTF-8.");
    assertThat(Proofreader.read(new Artefact("brief.rtf", "text/rtf", new byte[0]), proof))
        .hasSize(1);
  }

  @Test
  void theLabelIsComparedByCodePoints() {
    assertThat(LABEL).isEqualTo(edition.label().shortText());
    assertThat(spoilt("brief.txt", "AI-generated", "AI\u2010generated")).isNotEmpty();
    assertThat(spoilt("brief.txt", "AI-generated", "A\u200bI-generated")).isNotEmpty();
  }

  private static List<String> spoilt(String name, String there, String instead) {
    return replaced(name, Pattern.quote(there), Matcher.quoteReplacement(instead));
  }

  private static List<String> replaced(String name, String pattern, String instead) {
    Artefact good =
        edition.artefacts().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    String text = new String(good.bytes(), StandardCharsets.UTF_8);
    String bad = text.replaceFirst(pattern, instead);
    assertThat(bad).as("the case must change something: " + pattern).isNotEqualTo(text);
    return Proofreader.read(
        new Artefact(name, good.mediaType(), bad.getBytes(StandardCharsets.UTF_8)), proof);
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n").replace("\\u202e", "\u202e").replace("\\\\", "\\");
  }
}
