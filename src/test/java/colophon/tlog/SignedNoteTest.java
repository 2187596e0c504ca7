package colophon.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

  private static final String TEXT = "One line.\n\nAnother, with an ümlaut.\n";

  @Test
  void theKeyOfRfc8032HasItsWellKnownNameAndSignature() throws Exception {
    NoteSigner signer = Keys.rfc8032("colophon.example/log");
    assertThat(signer.key().format())
        .isEqualTo(
            "colophon.example/log+" + KEY_ID + "+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
    assertThat(NoteKey.parse(signer.key().format())).isEqualTo(signer.key());
    assertThat(SignedNote.sign("hello\n", signer).format()).isEqualTo(GOLDEN);
  }

  private static final String KEY_ID = "7a96b304";
  private static final String GOLDEN =
      "hello\n\n"
          + "— colophon.example/log"
          + " epazBJPmG4k+VmrGuim+eTdowHtZ/Y5nbtP/nUovqs9nve54dHzSKA3ZeKCwmHAOQL5ZowfunqKi14b6Ox1m5NhLJgU=\n";

  @Test
  void aNoteReadsBackAsItWasWritten() throws Exception {
    SignedNote note = SignedNote.sign(TEXT, Keys.signer("a.example"));
    SignedNote read = SignedNote.parse(note.format().getBytes(UTF_8));
    assertThat(read.text()).isEqualTo(TEXT);
    assertThat(read.format()).isEqualTo(note.format());
  }

  @Test
  void onlyTheKeyThatSignedSaysSo() throws Exception {
    NoteSigner signer = Keys.signer("a.example");
    SignedNote note = SignedNote.sign(TEXT, signer);
    assertThat(note.check(signer.key())).isEqualTo(SignedNote.Answer.SIGNED);
    assertThat(note.check(Keys.signer("a.example").key())).isEqualTo(SignedNote.Answer.NOT_SIGNED);
    var renamed = NoteKey.ofLog("b.example", signer.key().publicKey());
    assertThat(note.check(renamed)).isEqualTo(SignedNote.Answer.NOT_SIGNED);
  }

  @Test
  void aChangedTextIsAForgeryEvenBesideAGoodLine() {
    NoteSigner signer = Keys.signer("a.example");
    SignedNote note = SignedNote.sign(TEXT, signer);
    var changed = new SignedNote(TEXT.replace("One", "Two"), note.signatures());
    assertThat(changed.check(signer.key())).isEqualTo(SignedNote.Answer.FORGED);
    SignedNote good = SignedNote.sign(changed.text(), signer);
    assertThat(good.with(note.signatures().getFirst()).check(signer.key()))
        .isEqualTo(SignedNote.Answer.FORGED);
    var garbage = new NoteSignature("a.example", signer.key().keyId(), new byte[64]);
    assertThat(note.with(garbage).check(signer.key())).isEqualTo(SignedNote.Answer.FORGED);
  }

  @Test
  void aWitnessSignsTheTextWithItsTime() {
    NoteSigner log = Keys.signer("a.example");
    NoteSigner pair = Keys.signer("w.example");
    NoteKey witness = NoteKey.ofWitness("w.example", pair.key().publicKey());
    SignedNote note = SignedNote.sign(TEXT, log);
    byte[] signature = NoteSigner.raw(NoteKey.cosigned(TEXT, 1_790_000_000L), pair.privateKey());
    byte[] timed = new byte[8 + signature.length];
    java.nio.ByteBuffer.wrap(timed).putLong(1_790_000_000L).put(signature);
    var line = new NoteSignature("w.example", witness.keyId(), timed);
    assertThat(witness.keyId()).isNotEqualTo(pair.key().keyId());
    assertThat(note.with(line).check(witness)).isEqualTo(SignedNote.Answer.SIGNED);
    timed[7]++;
    assertThat(note.with(line).check(witness)).isEqualTo(SignedNote.Answer.FORGED);
    var shortened = new NoteSignature("w.example", witness.keyId(), new byte[8]);
    assertThat(note.with(shortened).check(witness)).isEqualTo(SignedNote.Answer.FORGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text only\n",
        "text\n\n",
        "text\n\n— a.example AAAA\n",
        "text\n\n— a.example AAAAAA==\n",
        "text\n\n— a.example AAAAAAB=\n",
        "text\n\n— a.example AAAAAAA\n",
        "text\n\n— a+b AAAAAAAA\n",
        "text\n\n— a.example AAAAAAAA",
        "text\n\n- a.example AAAAAAAA\n",
        "text\n\n—  AAAAAAAA\n",
        "te\txt\n\n— a.example AAAAAAAA\n",
        "text\r\n\r\n— a.example AAAAAAAA\r\n",
        "text\n— a.example AAAAAAAA\n"
      })
  void aMalformedNoteIsRefused(String note) {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> SignedNote.parse(note.getBytes(UTF_8)))
        .withMessageContaining("expected");
  }

  @Test
  void aNoteHasLimits() {
    String line = "— a.example AAAAAAAA\n";
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() ->
            SignedNote.parse(
                ("t\n\n" + line.repeat(SignedNote.MOST_SIGNATURES + 1)).getBytes(UTF_8)))
        .withMessage("expected at most 64 signatures");
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> SignedNote.parse(new byte[SignedNote.MOST_BYTES + 1]))
        .withMessageContaining("262144");
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> SignedNote.parse(HexFormat.of().parseHex("80")))
        .withMessageContaining("UTF-8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignedNote.sign("a\tb\n", Keys.signer("a.example")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.example",
        "a.example+00000000",
        "a b+00000000+AAAA",
        "a.example+00000000+AAAA",
        "a.example+00000000+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
        "a.example+00000000+CddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
      })
  void aMalformedKeyIsRefused(String key) {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> NoteKey.parse(key))
        .withMessageContaining("expected");
  }

  @Test
  void aKeyOfAnotherKindCannotCheckNotes() throws Exception {
    var curve = java.security.KeyPairGenerator.getInstance("EC").generateKeyPair();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NoteKey.ofLog("a.example", curve.getPublic()))
        .withMessageContaining("Ed25519");
  }
}
