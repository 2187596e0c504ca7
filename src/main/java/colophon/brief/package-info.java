/**
 * The piece itself and the port that writes it. Takes a dossier, gives a draft whose every sentence
 * names its passages; never publishes.
 */
@org.jspecify.annotations.NullMarked
package colophon.brief;
