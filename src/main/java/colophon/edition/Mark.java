package colophon.edition;

/**
 * A numbered mark behind a sentence.
 *
 * @param number the reader's number of the source
 * @param passageId the page's name of the passages it opens
 * @param title what it does, for those who do not see it
 */
record Mark(int number, String passageId, String title) {}
