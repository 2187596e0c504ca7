package colophon.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {

  @TempDir Path folder;

  @Test
  void refusesPlacesOutsideIt() {
    var site = new SiteFolder(folder.resolve("site"));
    for (String place :
        new String[] {"../keys/log.key", "briefs/../../x", "/etc/x", "..", "a/../.."}) {
      assertThatThrownBy(() -> site.put(place, bytes("x")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("outside the site");
      assertThatThrownBy(() -> site.removeTree(place)).isInstanceOf(IllegalStateException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void putsAFolderWholeWhereAPartOfItStands() throws Exception {
    Path version = Files.createDirectories(folder.resolve("briefs/a/v1"));
    Files.writeString(version.resolve("brief.txt"), "hal");
    Files.writeString(version.resolve("left-over.txt"), "from before");
    var site = new SiteFolder(folder);
    site.putOnce("briefs/a/v1", new TreeMap<>(Map.of("brief.txt", bytes("half and half"))));
    assertThat(PublicationDesk.files(folder))
        .containsExactly(Map.entry("briefs/a/v1/brief.txt", "half and half"));
  }

  @Test
  void sweepsAwayWhatAKilledProcessHadNotFinished() throws Exception {
    Files.createDirectories(folder.resolve("briefs/a/v2.unfinished"));
    Files.writeString(folder.resolve("briefs/a/v2.unfinished/brief.txt"), "not seen");
    Files.writeString(folder.resolve("briefs/a/index.html.unfinished"), "<p>not");
    Files.writeString(folder.resolve("feed.json.unfinished"), "{");
    var site = new SiteFolder(folder);
    site.put("feed.json", bytes("{}"));
    site.sweep();
    assertThat(PublicationDesk.files(folder)).containsOnlyKeys("feed.json");
    assertThat(folder.resolve("briefs/a/v2.unfinished")).doesNotExist();
    new SiteFolder(folder.resolve("not-made-yet")).sweep();
  }

  @Test
  void saysWhatItCannotWriteAndWhatToDo() throws Exception {
    Files.writeString(folder.resolve("briefs"), "a file where a folder goes");
    assertThatThrownBy(() -> new SiteFolder(folder).put("briefs/a/index.html", bytes("x")))
        .isInstanceOf(SiteNotWritableException.class)
        .hasMessageContaining("briefs/a/index.html")
        .hasMessageContaining("Check the folder's permissions");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
