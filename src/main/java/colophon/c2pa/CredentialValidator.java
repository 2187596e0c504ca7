package colophon.c2pa;

import java.time.Instant;
import java.util.List;

/**
 * Checks content credentials against the bytes they speak of. Never throws on what it is given;
 * whatever is wrong becomes a finding.
 *
 * <p>What is not checked, because it cannot be offline: whether the signer's certificate was
 * revoked.
 */
public final class CredentialValidator {

  /** The largest asset looked at, in bytes. */
  public static final int MOST_ASSET_BYTES = 16 * 1024 * 1024;

  private final Chains chains;
  private final Instant now;

  /**
   * @param anchors roots that were obtained elsewhere; those inside a credential never count
   * @param now the time by which certificates are judged where no trusted time stamp tells another
   */
  public CredentialValidator(TrustAnchors anchors, Instant now) {
    this.chains = new Chains(anchors);
    this.now = now;
  }

  /** Checks a store that lies beside its artefact. */
  public CredentialReport sidecar(byte[] store, byte[] artefact) {
    return validate(store, new Asset(artefact, null), new Findings());
  }

  /** Checks a page with its manifest in its head (A.7). */
  public CredentialReport html(byte[] page) {
    var findings = new Findings();
    return HtmlCarrier.find(page, findings)
        .map(found -> validate(found.store(), new Asset(page, found.range()), findings))
        .orElseGet(() -> findings.report(List.of()));
  }

  /** Checks plain text with its manifest in invisible characters (A.8). */
  public CredentialReport text(byte[] utf8) {
    var findings = new Findings();
    return TextCarrier.find(utf8, findings)
        .map(found -> validate(found.store(), found.asset(), findings))
        .orElseGet(() -> findings.report(List.of()));
  }

  private CredentialReport validate(byte[] bytes, Asset asset, Findings findings) {
    if (asset.bytes().length > MOST_ASSET_BYTES) {
      findings.add(
          StatusCode.GENERAL_ERROR,
          "The file is larger than " + MOST_ASSET_BYTES + " bytes; it was not looked at.");
      return findings.report(List.of());
    }
    ManifestStore store;
    try {
      store = ManifestStore.read(bytes);
    } catch (C2paFormatException e) {
      findings.add(
          StatusCode.GENERAL_ERROR, "The manifest store cannot be read: " + e.getMessage() + ".");
      return findings.report(List.of());
    }
    findings.about(store.manifestLabel());
    if (store.claims().size() != 1) {
      findings.add(
          store.claims().isEmpty() ? StatusCode.CLAIM_MISSING : StatusCode.CLAIM_MULTIPLE,
          "The manifest has " + store.claims().size() + " claims, and must have one.");
      return findings.report(List.of());
    }
    return new ClaimCheck(store, asset, findings).run(chains, now);
  }
}
