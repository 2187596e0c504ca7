/**
 * Approved copy into labelled, finished bytes. Takes approved copy, gives artefacts that were
 * parsed again; nothing leaves without its label.
 */
@org.jspecify.annotations.NullMarked
package colophon.edition;
