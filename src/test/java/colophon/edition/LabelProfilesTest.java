package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelProfilesTest {

  private static String shipped;

  @BeforeAll
  static void readOne() throws Exception {
    shipped = Files.readString(Path.of("pipeline", "labels", "eu.yaml"));
  }

  @Test
  void shipsProfilesInFourLanguagesEach() {
    assertThat(LabelFiles.shipped()).containsOnlyKeys("default", "eu", "kr");
    assertThat(LabelFiles.shipped().values())
        .allSatisfy(profile -> {
          assertThat(profile.wordings()).containsOnlyKeys("de", "en", "ja", "ko");
          assertThat(profile.binds()).isNotBlank();
          assertThat(profile.statusNote()).isNotBlank();
          assertThat(profile.metadata()).isNotEmpty();
          assertThat(profile.checked()).isAfter("2026-01-01");
        });
  }

  @Test
  void eachSaysInWhichRoleItBindsAndWhetherItIsLaw() {
    var shipped = LabelFiles.shipped();
    assertThat(shipped.get("eu").role()).isEqualTo(LabelProfile.Role.DEPLOYER);
    assertThat(shipped.get("eu").status()).isEqualTo(LabelProfile.LegalStatus.IN_FORCE);
    assertThat(shipped.get("kr").role()).isEqualTo(LabelProfile.Role.PROVIDER);
    assertThat(shipped.get("kr").status()).isEqualTo(LabelProfile.LegalStatus.IN_FORCE);
    assertThat(shipped.get("default").role()).isEqualTo(LabelProfile.Role.USER);
    assertThat(shipped.get("default").status()).isEqualTo(LabelProfile.LegalStatus.HOUSE_RULE);
  }

  @Test
  void everyKeyForMachinesThatAProfileNamesIsInTheFiles() {
    for (LabelProfile profile : LabelFiles.shipped().values()) {
      var job = SampleBriefs.reef();
      Edition edition =
          switch (job.print(profile.id())) {
            case Printing.Printed done -> done.edition();
            case Printing.Refused refused -> throw new AssertionError(refused.reasons());
          };
      String page = new String(edition.artefacts().getFirst().bytes(), StandardCharsets.UTF_8);
      for (LabelProfile.MetadataKey key : profile.metadata()) {
        assertThat(page)
            .as(profile.id())
            .contains(
                switch (key) {
                  case AI_DISCLOSURE -> "<meta name=\"ai-disclosure\"";
                  case DIGITAL_SOURCE_TYPE ->
                      "\"digitalSourceType\":\"https://schema.org/CompositeWithTrained";
                  case SIGNED_RECORD -> "href=\"attestation.dsse.json\"";
                });
      }
    }
  }

  @Test
  void theShortEnglishLabelSaysWhatTheProductPromises() {
    assertThat(LabelFiles.shipped().values())
        .allSatisfy(profile ->
            assertThat(profile.wording("en").shortText())
                .isEqualTo("AI-generated: verify with the original"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          short: "AI-generated: verify with the original" | short: "" | never emptied
          short: "AI-generated: verify with the original" | short: " ? " | never emptied
          short: "AI-generated: verify with the original" | short: ~ | never emptied
          short: "AI-generated: verify with the original" | short: "AI \\u202e" | U+202E
          short: "AI-generated: verify with the original" | short: "AI \\U000E0041" | U+E0041
          short: "AI-generated: verify with the original" | brief: "AI" | unknown key "brief"
          reviewed: Reviewed by {reviewer}. | reviewed: Reviewed. | needs {reviewer}
          reviewed: Reviewed by {reviewer}. | reviewed: By {reviewer} {reviwer}. | cannot fill in {reviwer}
          unreviewed: Not reviewed by a person. | unreviewed: [a] | must be a text
          position: top | position: bottom | readers meet the label before the text
          profile: eu | profile: de | must stand in a file named "de.yaml"
          checked: 2026-11-23 | checked: last week | a day like 2026-11-23
          source: https: | source: javascript: | must be an http or https address
          role: deployer | role: publisher | one of provider, deployer, user; found "publisher"
          legal-status: in force | legal-status: law | one of in force, guidance, bill, house rule
          metadata: [ai disclosure | metadata: [aigc | one of ai disclosure, digital source type
          metadata: [ai disclosure, digital source type, signed record] | metadata: all | must be a list
          position: top | ptoject: top | unknown key "ptoject"
          position: top | wording: x | twice
          """)
  void refusesWhatIsNotAProfile(String there, String instead, String complaint) {
    assertThat(shipped).contains(there);
    String broken = shipped.replaceFirst(Pattern.quote(there), Matcher.quoteReplacement(instead));
    assertThatThrownBy(() -> LabelProfiles.parse("eu.yaml", broken))
        .isInstanceOf(LabelProfileException.class)
        .hasMessageContaining(complaint)
        .hasMessageMatching("(?s)eu\\.yaml \\(line \\d+, column \\d+\\): .*");
  }

  @Test
  void needsEnglishWords() {
    String german = shipped.replace("  en:\n", "  fr:\n");
    assertThatThrownBy(() -> LabelProfiles.parse("eu.yaml", german))
        .isInstanceOf(LabelProfileException.class)
        .hasMessageContaining("needs its words in English");
  }

  @Test
  void isNotFooledByAliasesTagsOrDepth() {
    String[] documents = {
      "a: &a [x]\nb: [*a, *a]\n",
      "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x.example\"]]\n",
      "a: {b: {c: {d: {e: {f: g}}}}}\n",
      "- just\n- a list\n",
      "",
      "\t"
    };
    for (String document : documents) {
      assertThatThrownBy(() -> LabelProfiles.parse("eu.yaml", document))
          .as(document)
          .isInstanceOf(LabelProfileException.class);
    }
  }

  @Test
  void saysWhichFolderIsMissing() {
    assertThatThrownBy(() -> LabelProfiles.readFolder(Path.of("no-such-folder")))
        .isInstanceOf(LabelProfileException.class)
        .hasMessageContaining("no-such-folder");
  }
}
