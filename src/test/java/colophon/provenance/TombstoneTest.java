package colophon.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TombstoneTest {

  private static final Digest DIGEST = Digest.ofText("gone");
  private static final Tombstone TOMBSTONE =
      new Tombstone(
          Tombstone.ARCHIVED_COPY,
          List.of(DIGEST),
          Instant.parse("2026-05-07T23:30:00Z"),
          "District Court of Alder",
          "an address");

  @Test
  void isReadBackAsItWasWritten() throws ProvenanceFormatException {
    assertThat(Tombstone.parse(TOMBSTONE.bytes())).isEqualTo(TOMBSTONE);
    assertThat(new String(TOMBSTONE.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"by\":\"District Court of Alder\",\"digests\":[\""
                + DIGEST
                + "\"],\"erasedAt\":\"2026-05-07T23:30:00Z\",\"kind\":\"archived-copy\","
                + "\"reason\":\"an address\"}");
    assertThat(TOMBSTONE.sentence())
        .isEqualTo("erased on 2026-05-07 by order of District Court of Alder (an address)");
  }

  @Test
  void refusesWhatNoPublisherWouldWrite() {
    for (String other :
        List.of(
            "{}",
            "[]",
            "",
            text().replace("archived-copy", "Archived copy"),
            text().replace("[\"" + DIGEST + "\"]", "[]"),
            text().replace(DIGEST.hex(), "00"),
            text().replace("an address", "two\\nlines"),
            text().replace("an address", "\\u202eback"),
            text().replace("an address", " "),
            text().replace("District", "x".repeat(Tombstone.MOST_BY)),
            text().replace("2026-05-07", "yesterday"))) {
      assertThatThrownBy(() -> Tombstone.parse(other.getBytes(StandardCharsets.UTF_8)))
          .as(other)
          .isInstanceOf(ProvenanceFormatException.class);
    }
    assertThatThrownBy(() ->
            new Tombstone(
                Tombstone.MODEL_ANSWER,
                Collections.nCopies(Tombstone.MOST_DIGESTS + 1, DIGEST),
                Instant.EPOCH,
                "a",
                "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String text() {
    return new String(TOMBSTONE.bytes(), StandardCharsets.UTF_8);
  }
}
