// Asks two readers that others wrote what they make of a content credential.
// Each line of standard input is a request, each line of standard output its answer:
//   {"store": file, "asset": file, "mediaType": text, "anchors": file or null,
//    "carrier": {"start": number, "length": number} or null}
//   {"c2paNode": {"state": text, "codes": [text]}, "c2paTs": {"valid": boolean, "codes": [text]}}
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Reader } from '@contentauth/c2pa-node';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ManifestStore, ValidationResult } from '@trustnxt/c2pa-ts/manifest';

const CLAIM_SIGNING = '1.3.6.1.4.1.62558.2.1\n';

async function c2paNode(store, asset, mediaType, anchors) {
  const settings = {
    trust: anchors ? { trust_anchors: anchors, trust_config: CLAIM_SIGNING } : { trust_config: CLAIM_SIGNING },
    verify: { verify_trust: true, remote_manifest_fetch: false, ocsp_fetch: false },
  };
  try {
    const reader = await Reader.fromManifestDataAndAsset(store, { buffer: asset, mimeType: mediaType }, settings);
    const json = reader.json();
    const results = json.validation_results?.activeManifest ?? {};
    const codes = ['success', 'informational', 'failure'].flatMap(kind => (results[kind] ?? []).map(entry => entry.code));
    return { state: json.validation_state, codes, manifest: json.manifests?.[json.active_manifest] ?? null };
  } catch (error) {
    return { state: 'Error', codes: [], message: String(error.message ?? error) };
  }
}

// The reader wants an asset of a format it knows; the interface is all it asks of one.
function assetOf(bytes, carrier) {
  return {
    mimeType: 'application/octet-stream',
    getDataLength: () => bytes.length,
    getDataRange: async (start = 0, length = bytes.length - start) => bytes.subarray(start, start + length),
    getManifestJUMBF: () => undefined,
    getHashExclusionRange: () => carrier ?? { start: 0, length: 0 },
    dumpInfo: () => '',
  };
}

async function c2paTs(store, asset, carrier) {
  let result;
  try {
    const manifests = ManifestStore.read(SuperBox.fromBuffer(store));
    result = await manifests.validate(assetOf(asset, carrier));
  } catch (error) {
    result = ValidationResult.fromError(error);
  }
  return { valid: result.isValid, codes: result.statusEntries.map(entry => entry.code), explanations: result.statusEntries.filter(e => !e.success).map(e => `${e.code}: ${e.explanation ?? ''}`) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const store = new Uint8Array(readFileSync(request.store));
  const asset = readFileSync(request.asset);
  const anchors = request.anchors ? readFileSync(request.anchors, 'utf8') : null;
  const answer = {
    c2paNode: await c2paNode(Buffer.from(store), asset, request.mediaType, anchors),
    c2paTs: await c2paTs(store, new Uint8Array(asset), request.carrier),
  };
  process.stdout.write(JSON.stringify(answer) + '\n');
}
