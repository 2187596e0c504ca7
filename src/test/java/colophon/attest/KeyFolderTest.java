package colophon.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

  @TempDir Path folder;

  @Test
  void onlyTheOwnerMayReadThePrivateKeys() throws Exception {
    KeyFolder.open(folder);
    for (String name : new String[] {"statement.key", "log.key"}) {
      assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"statement.key", "statement.pub", "log.key", "log.pub"})
  void aMissingFileIsNamedAndNothingIsMadeInItsPlace(String name) throws Exception {
    KeyFolder.open(folder);
    Files.delete(folder.resolve(name));
    assertThatThrownBy(() -> KeyFolder.open(folder))
        .isInstanceOf(KeysUnusableException.class)
        .hasMessageContaining(name + " is missing")
        .hasMessageContaining("Restore the folder from your copy");
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"statement.key", "statement.pub", "log.key", "log.pub"})
  void aDamagedFileIsRefusedWithASentence(String name) throws Exception {
    KeyFolder.open(folder);
    for (String damage : new String[] {"", "no key at all", "-----BEGIN X-----\nAAAA\n"}) {
      Files.writeString(folder.resolve(name), damage);
      assertThatThrownBy(() -> KeyFolder.open(folder))
          .isInstanceOf(KeysUnusableException.class)
          .hasMessageStartingWith("The signing keys in " + folder)
          .hasMessageContaining("Restore the folder from your copy");
    }
  }

  @Test
  void keysThatAKilledStartHadNotFinishedAreMadeAnew() throws Exception {
    Files.createFile(folder.resolve("making"));
    Files.createFile(folder.resolve("statement.key"));
    KeyFolder made = KeyFolder.open(folder);
    assertThat(made.madeNow()).isTrue();
    KeyFolder found = KeyFolder.open(folder);
    assertThat(found.madeNow()).isFalse();
    assertThat(found.statement().getPublic()).isEqualTo(made.statement().getPublic());
  }
}
