package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import org.junit.jupiter.api.Test;

class WarcRecordIdTest {

  /** The expected values were worked out with another program's {@code uuid5}. */
  @Test
  void isTheNameBasedUuidOfTheSnapshotsName() {
    assertThat(WarcRecordId.ofBody(Digest.of(new byte[0])))
        .hasToString("urn:uuid:98822844-83c2-5f52-84a9-49bfc019135c");
    assertThat(WarcRecordId.ofBody(Digest.ofText("The harbour opened to boats on Monday.")))
        .hasToString("urn:uuid:d2c959c4-b676-5131-8b92-27434569aef3");
  }

  @Test
  void givesEveryOtherRecordANameOfItsOwn() {
    Digest body = Digest.of(new byte[0]);
    assertThat(WarcRecordId.named("urn:colophon:snapshot:" + body.hex() + "/request"))
        .isNotEqualTo(WarcRecordId.ofBody(body))
        .asString()
        .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }
}
