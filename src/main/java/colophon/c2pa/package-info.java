/**
 * C2PA manifest stores. The door for content credentials: written and read here alone, imported by
 * verify and attest only.
 */
@org.jspecify.annotations.NullMarked
package colophon.c2pa;
