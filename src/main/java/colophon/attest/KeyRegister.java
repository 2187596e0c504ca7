package colophon.attest;

import colophon.provenance.StatementKey;
import colophon.verify.PublishedKey;
import colophon.verify.Revocation;
import colophon.verify.TrustRoot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The public keys of a newsroom: the one that signs statements and content credentials, those that
 * did so before, and the log's. A key never leaves it, since old publications are checked with it.
 *
 * @param keys in the order in which they came
 */
public record KeyRegister(List<PublishedKey> keys) {

  public KeyRegister {
    keys = List.copyOf(keys);
  }

  /** The key that signs statements; nothing where none does. */
  public Optional<PublishedKey> signing() {
    return keys.stream()
        .filter(key ->
            key.use() == PublishedKey.Use.MANIFEST
                && key.retired() == null
                && key.revoked() == null)
        .reduce((first, second) -> second);
  }

  /** The key of that id. */
  public Optional<PublishedKey> find(String keyId) {
    return keys.stream().filter(key -> key.keyId().equals(keyId)).findFirst();
  }

  /** The same with a log's key. */
  KeyRegister withLog(StatementKey key) {
    return find(key.keyId()).isPresent()
        ? this
        : and(new PublishedKey(PublishedKey.Use.LOG, key, null));
  }

  /** From now on that key signs statements, and those before it do no more. */
  KeyRegister signingWith(StatementKey key, Instant now) {
    KeyRegister others =
        change(
            each -> each.use() == PublishedKey.Use.MANIFEST && each.retired() == null,
            each -> each.retired(now));
    return others.and(new PublishedKey(PublishedKey.Use.MANIFEST, key, null));
  }

  /** That key is not to be believed any more. */
  KeyRegister revoking(String keyId, Revocation revocation) {
    return change(each -> each.keyId().equals(keyId), each -> each.revoked(revocation));
  }

  /** As readers obtain it. */
  public TrustRoot published() {
    return new TrustRoot(keys);
  }

  private KeyRegister and(PublishedKey key) {
    var more = new ArrayList<>(keys);
    more.add(key);
    return new KeyRegister(more);
  }

  private KeyRegister change(
      java.util.function.Predicate<PublishedKey> which, UnaryOperator<PublishedKey> how) {
    return new KeyRegister(
        keys.stream().map(key -> which.test(key) ? how.apply(key) : key).toList());
  }
}
