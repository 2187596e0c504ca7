/**
 * The record of a brief version, its in-toto statement, its DSSE envelope and its leaf in the log.
 * Takes neutral facts, gives canonical bytes; never imports a newsroom type, and holds a private
 * key only while {@link colophon.provenance.StatementSigner} is asked to sign.
 *
 * <p>The record is one JSON document per brief version, canonical by RFC 8785 and named by its
 * SHA-256; {@code docs/schema/record-v1.schema.json} is its published form. The statement (in-toto
 * Statement v1) has every artefact of the version as a subject and the whole record as predicate.
 * The envelope (DSSE v1) is
 *
 * <pre>
 * {"payload":BASE64,"payloadType":"application/vnd.in-toto+json",
 *  "signatures":[{"keyid":HEX-SHA256-OF-SPKI,"sig":BASE64}]}
 * </pre>
 *
 * with exactly one signature, over {@code "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body}. The
 * leaf has the shape of a Rekor {@code dsse} 0.0.2 body: digest of the payload, signature, key.
 */
@org.jspecify.annotations.NullMarked
package colophon.provenance;
