/**
 * Content credentials: C2PA manifest stores, written and read. Takes artefacts, what is to be said
 * of them and a signing credential; gives stores, and of stores that others hand over a report of
 * findings with the status codes of the specification. Never opens an address, never asks the
 * clock, never trusts a key or root that lies inside what it reads, and holds a private key only
 * while {@link colophon.c2pa.SigningCredential} is asked to sign. Only verify and attest import it.
 *
 * <p>A <em>manifest store</em> is a tree of JUMBF boxes (ISO 19566-5). A box is a length (4 bytes,
 * its own 8 bytes of header included), a type (4 characters) and content; a superbox ({@code jumb})
 * holds a description box ({@code jumd}: type UUID, toggles, label) and further boxes:
 *
 * <pre>
 * c2pa "c2pa"                       the store
 *   c2ma "urn:c2pa:UUID"            the manifest
 *     c2as "c2pa.assertions"        cbor "c2pa.hash.data", cbor "c2pa.actions.v2", …
 *     c2cl "c2pa.claim.v2"          the claim: a list of the assertions with their hashes
 *     c2cs "c2pa.signature"         COSE_Sign1 over the claim
 * </pre>
 *
 * <p>The hash of a box is the SHA-256 of the superbox without its 8 bytes of header. Everything
 * inside the boxes is CBOR (RFC 8949), written in its deterministic form. The specification
 * followed is C2PA 2.4; {@code docs/c2pa.md} says which clauses, and where readers differ.
 */
@org.jspecify.annotations.NullMarked
package colophon.c2pa;
