/**
 * An edition into a signed, logged record. Takes editions, gives attested ones; nothing is attested
 * that is not in the log.
 */
@org.jspecify.annotations.NullMarked
package colophon.attest;
