package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditionPressTest {

  @Test
  void printsEveryFormatWithItsLabel() {
    Edition edition = SampleBriefs.reef().printed();
    assertThat(edition.artefacts().stream().map(Artefact::name))
        .containsExactly(
            "index.html",
            "brief.txt",
            "brief.md",
            "brief.ninjs.json",
            "brief.atom.xml",
            "brief.feed.json");
    assertThat(edition.artefacts())
        .allSatisfy(artefact ->
            assertThat(new String(artefact.bytes(), StandardCharsets.UTF_8))
                .contains("AI-generated: verify with the original"));
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    List<Artefact> one = SampleBriefs.reef().printed().artefacts();
    List<Artefact> two = SampleBriefs.reef().printed().artefacts();
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i).digest()).isEqualTo(two.get(i).digest());
    }
  }

  @Test
  void dumps() throws Exception {
    var dir = java.nio.file.Path.of("target/edition-sample/briefs/merrow-reef-recovery/v1");
    java.nio.file.Files.createDirectories(dir);
    for (Artefact a : SampleBriefs.reef().printed().artefacts()) {
      java.nio.file.Files.write(dir.resolve(a.name()), a.bytes());
    }
  }
}
