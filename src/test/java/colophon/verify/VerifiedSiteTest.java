package colophon.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of a site is handed, and what never as a record. */
class VerifiedSiteTest {

  @TempDir private Path folder;
  private final SampleSite site = new SampleSite();
  private Path root;
  private Path brief;
  private Path trust;

  @BeforeEach
  void publish() throws IOException {
    root = folder.resolve("site");
    brief = site.write(root);
    trust = Files.write(folder.resolve("trust.json"), site.keys().bytes());
  }

  @Test
  void everyVersionIsHandedOnWithItsFilesAndWhatTheSignedStatusCallsIt() {
    List<VerifiedVersion> versions = read(trust);
    assertThat(versions).extracting(VerifiedVersion::state).containsExactly("corrected", "current");
    assertThat(versions).extracting(VerifiedVersion::outcome).containsOnly(Outcome.TRUSTED);
    assertThat(versions)
        .allSatisfy(version -> {
          assertThat(version.record()).isNotNull();
          assertThat(version.faults()).isEmpty();
          assertThat(version.files()).containsKeys("brief.txt", Bundle.RECORD);
        });
    assertThat(read(null)).extracting(VerifiedVersion::outcome).containsOnly(Outcome.VALID);
    assertThat(read(root.resolve("trust")))
        .as("keys of the site itself")
        .extracting(VerifiedVersion::outcome)
        .containsOnly(Outcome.VALID);
  }

  @Test
  void aVersionThatWasChangedIsHandedOnWithoutARecord() throws IOException {
    Path text = brief.resolve("v2/brief.txt");
    Files.writeString(text, Files.readString(text).replace("4.25", "4.35"));
    List<VerifiedVersion> versions = read(trust);
    assertThat(versions.get(0).record()).isNotNull();
    assertThat(versions.get(1).record()).isNull();
    assertThat(versions.get(1).outcome()).isEqualTo(Outcome.INVALID);
    assertThat(versions.get(1).faults()).extracting(Finding::code).contains(Code.ARTEFACT_CHANGED);
  }

  @Test
  void whereNoSiteIsThereThatIsSaid() {
    var versions = new ArrayList<VerifiedVersion>();
    assertThat(VerifiedSite.read(folder.resolve("nothing"), null, SampleSite.NOW, versions::add))
        .extracting(Finding::code)
        .containsExactly(Code.TARGET_NOTHING);
    assertThat(versions).isEmpty();
  }

  private List<VerifiedVersion> read(Path keys) {
    var versions = new ArrayList<VerifiedVersion>();
    assertThat(VerifiedSite.read(root, keys, SampleSite.NOW, versions::add)).isEmpty();
    return versions;
  }
}
