/**
 * Digests, spans, slugs and canonical JSON: the few values everyone shares. Takes bytes and text,
 * gives values; never touches files, clock, network or Spring.
 */
@org.jspecify.annotations.NullMarked
package colophon.kernel;
