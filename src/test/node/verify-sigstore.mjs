// Verifies sigstore bundles with sigstore's own verifier, in both versions that are in use:
// node verify-sigstore.mjs ROOT KEYS BUNDLE…
// ROOT is a trusted root, KEYS a Colophon key file. Prints one line a bundle: "ok" or the refusal,
// and what each version says where they do not say the same.
import { readFileSync } from 'node:fs';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import * as three from '@sigstore/verify';
import { bundleFromJSON as bundleFromJSON5 } from 'sigstore-bundle-5';
import * as four from 'sigstore-verify-4';

const [root, keyFile, ...bundles] = process.argv.slice(2);
const keys = JSON.parse(readFileSync(keyFile, 'utf8')).keys.filter((key) => key.use === 'manifest');
const byHint = Object.fromEntries(
  keys.map((key) => [key.keyId, { rawBytes: Buffer.from(key.publicKey, 'base64') }]));

function answer(library, read, file) {
  try {
    const trustedRoot = TrustedRoot.fromJSON(JSON.parse(readFileSync(root, 'utf8')));
    const trust = library.toTrustMaterial(trustedRoot, byHint);
    // Our bundles carry no trusted time: the newsroom's own clock would prove nothing.
    const verifier = new library.Verifier(trust, { tlogThreshold: 1, timestampThreshold: 0 });
    verifier.verify(library.toSignedEntity(read(JSON.parse(readFileSync(file, 'utf8')))));
    return 'ok';
  } catch (refusal) {
    return `${refusal.code ?? refusal.name}: ${refusal.message}`.replaceAll('\n', ' ');
  }
}

for (const file of bundles) {
  const third = answer(three, bundleFromJSON, file);
  const fourth = answer(four, bundleFromJSON5, file);
  console.log(third === fourth ? third : `3: ${third} | 4: ${fourth}`);
}
