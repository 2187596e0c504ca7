/**
 * Checks records, envelopes, proofs and artefacts offline. Takes bytes, gives findings; never
 * throws on bad input, never opens an address, never needs a database.
 */
@org.jspecify.annotations.NullMarked
package colophon.verify;
