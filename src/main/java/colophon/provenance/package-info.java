/**
 * The record of a brief version, its in-toto statement and its DSSE envelope. Takes neutral facts,
 * gives canonical bytes; never imports a newsroom type.
 */
@org.jspecify.annotations.NullMarked
package colophon.provenance;
