/**
 * Each sentence against the passages it cites. Takes a brief and its dossier, gives findings; never
 * says that something is true.
 */
@org.jspecify.annotations.NullMarked
package colophon.grounding;
