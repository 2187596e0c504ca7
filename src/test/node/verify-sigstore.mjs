// Verifies sigstore bundles with sigstore's own verifier: node verify-sigstore.mjs ROOT KEYS BUNDLE…
// ROOT is a trusted root, KEYS a Colophon key file. Prints one line a bundle: "ok" or the refusal.
import { readFileSync } from 'node:fs';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { Verifier, toSignedEntity, toTrustMaterial } from '@sigstore/verify';

const [root, keyFile, ...bundles] = process.argv.slice(2);
const keys = JSON.parse(readFileSync(keyFile, 'utf8')).keys.filter((key) => key.use === 'manifest');
const byHint = Object.fromEntries(
  keys.map((key) => [key.keyId, { rawBytes: Buffer.from(key.publicKey, 'base64') }]));
const trust = toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(readFileSync(root, 'utf8'))), byHint);
// Our bundles carry no trusted time: the newsroom's own clock would prove nothing.
const verifier = new Verifier(trust, { tlogThreshold: 1, timestampThreshold: 0 });
for (const file of bundles) {
  try {
    verifier.verify(toSignedEntity(bundleFromJSON(JSON.parse(readFileSync(file, 'utf8')))));
    console.log('ok');
  } catch (refusal) {
    console.log(`${refusal.code ?? refusal.name}: ${refusal.message}`.replaceAll('\n', ' '));
  }
}
