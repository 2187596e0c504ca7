/**
 * What editors do to drafts at the desk: change words with the source check at once, settle marks,
 * comment, decide. Takes what a named person does, gives a worksheet and published versions; never
 * loses a change, never lets one overwrite another unseen, never settles a mark by itself.
 */
@org.jspecify.annotations.NullMarked
package colophon.copydesk;
