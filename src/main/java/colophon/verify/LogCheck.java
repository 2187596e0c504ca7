package colophon.verify;

import colophon.kernel.Digest;
import colophon.provenance.AttestationLeaf;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import colophon.tlog.SignedNote;
import colophon.tlog.TlogProof;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the attestation stands in a log whose checkpoint is signed. */
final class LogCheck {

  private final KnownKeys keys;
  private final List<KeyUsed> used;
  private final Findings findings;

  LogCheck(KnownKeys keys, List<KeyUsed> used, Findings findings) {
    this.keys = keys;
    this.used = used;
    this.findings = findings;
  }

  /**
   * What the log proof beside a version says of itself.
   *
   * @param trusted whether a log key obtained elsewhere signed the checkpoint
   */
  record Shown(TlogProof proof, Checkpoint checkpoint, boolean trusted) {}

  /** Looks at the log proof alone; empty where there is none that can be read. */
  Optional<Shown> shown(Map<String, byte[]> files) {
    byte[] file = files.get(Bundle.PROOF);
    if (file == null) {
      findings.add(
          Code.PROOF_MISSING, Bundle.PROOF, "Nothing shows that this version is in a public log.");
      return Optional.empty();
    }
    TlogProof proof;
    try {
      proof = TlogProof.parse(file);
    } catch (LogFormatException e) {
      findings.add(
          Code.PROOF_MALFORMED, Bundle.PROOF, "The log proof cannot be read: " + e.getMessage());
      return Optional.empty();
    }
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(proof.checkpoint().text());
    } catch (LogFormatException e) {
      findings.add(
          Code.CHECKPOINT_MALFORMED,
          Bundle.PROOF,
          "The checkpoint in the log proof cannot be read: " + e.getMessage());
      return Optional.empty();
    }
    return Optional.of(
        new Shown(proof, checkpoint, check(proof.checkpoint(), checkpoint, Bundle.PROOF)));
  }

  /**
   * Who signed a checkpoint.
   *
   * @param subject the file it stands in
   * @return whether a log key obtained elsewhere did
   */
  boolean check(SignedNote note, Checkpoint checkpoint, String subject) {
    boolean trusted = signed(note, checkpoint.origin(), subject);
    witnessed(note, subject);
    return trusted;
  }

  /** The version's place in the log, or null where it is not shown to have one. */
  static @Nullable LogPlace place(Shown shown, Attestation attestation, Findings findings) {
    if (attestation.signer() == null) {
      return null;
    }
    TlogProof proof = shown.proof();
    Checkpoint checkpoint = shown.checkpoint();
    Digest leaf =
        AttestationLeaf.of(attestation.envelope(), attestation.signer().key().key()).leafHash();
    if (!proof.inclusion(checkpoint.size()).proves(leaf, checkpoint.root())) {
      findings.add(
          Code.PROOF_NOT_INCLUDED,
          Bundle.PROOF,
          "The proof does not lead from this statement to the tree that the log has signed.");
      return null;
    }
    findings.add(
        Code.PROOF_INCLUDED,
        Bundle.PROOF,
        "The statement is entry "
            + proof.index()
            + " of the log "
            + checkpoint.origin()
            + ", counted from 0, in a tree of "
            + checkpoint.size()
            + ".");
    return new LogPlace(checkpoint, proof.index(), leaf, shown.trusted());
  }

  /** Whether a log key obtained elsewhere signed it. */
  private boolean signed(SignedNote note, String origin, String subject) {
    for (KnownKeys.Known known : keys.of(PublishedKey.Use.LOG)) {
      NoteKey key = noteKey(known.key(), origin);
      if (key != null) {
        switch (note.check(key)) {
          case SIGNED -> {
            used.add(KeyUsed.of(known));
            revoked(known.key().keyId());
            findings.add(
                Code.CHECKPOINT_SIGNED,
                subject,
                "The checkpoint is signed by the log key " + known.key().keyId() + ".");
            if (!known.trusted()) {
              findings.add(
                  Code.LOG_UNKNOWN,
                  known.key().keyId(),
                  "The key that signed the checkpoint was found beside it; whose log it is this"
                      + " cannot show.");
            }
            return known.trusted();
          }
          case FORGED -> {
            findings.add(
                Code.CHECKPOINT_FORGED,
                subject,
                "The checkpoint names the log key "
                    + known.key().keyId()
                    + ", and that key did not sign it as it stands.");
            return false;
          }
          case NOT_SIGNED -> {
            // The next key may have.
          }
        }
      }
    }
    findings.add(
        Code.CHECKPOINT_KEY_UNKNOWN,
        subject,
        "None of the keys at hand signed the checkpoint of the log \"" + origin + "\".");
    return false;
  }

  /** Nobody stamps the time of a checkpoint, so a revoked log key shows nothing any more. */
  private void revoked(String keyId) {
    Revocation revocation = keys.revocation(keyId);
    if (revocation != null) {
      findings.add(
          Code.LOG_REVOKED,
          keyId,
          "The log key that signed the checkpoint was revoked as of "
              + revocation.at()
              + " ("
              + revocation.reason()
              + ").");
    }
  }

  private void witnessed(SignedNote note, String subject) {
    boolean witnessed = false;
    for (KnownKeys.Known known : keys.of(PublishedKey.Use.WITNESS)) {
      String name = known.key().name();
      // A witness that comes along with the log is no independent witness.
      if (known.trusted() && name != null && NoteKey.mayBeNamed(name)) {
        switch (note.check(NoteKey.ofWitness(name, known.key().key().publicKey()))) {
          case SIGNED -> {
            witnessed = true;
            used.add(KeyUsed.of(known));
            findings.add(
                Code.WITNESS_COSIGNED,
                subject,
                "The checkpoint is cosigned by the witness " + name + ".");
          }
          case FORGED ->
              findings.add(
                  Code.WITNESS_FORGED,
                  subject,
                  "The checkpoint names the witness "
                      + name
                      + ", which did not sign it as it stands.");
          case NOT_SIGNED -> {
            // Another witness may have.
          }
        }
      }
    }
    if (!witnessed) {
      findings.add(
          Code.WITNESS_NONE,
          subject,
          "No independent witness: nobody but the log itself says that it shows everyone the same"
              + " entries.");
    }
  }

  private static @Nullable NoteKey noteKey(PublishedKey key, String origin) {
    String name = key.name() == null ? origin : key.name();
    return name.equals(origin) && NoteKey.mayBeNamed(name)
        ? NoteKey.ofLog(name, key.key().publicKey())
        : null;
  }
}
