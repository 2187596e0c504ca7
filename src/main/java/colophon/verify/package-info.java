/**
 * Checks records, envelopes, proofs and artefacts offline. Takes files and public keys, gives a
 * {@link colophon.verify.Report} of findings with stable codes; never throws on bad input, never
 * opens an address, never follows a link, never needs a database or a clock. A key that lies beside
 * what it checks never makes anything trusted.
 *
 * <p>{@code docs/verification.md} says what a version's folder holds and in which order it is
 * checked, {@code docs/findings.md} what each code means.
 */
@org.jspecify.annotations.NullMarked
package colophon.verify;
