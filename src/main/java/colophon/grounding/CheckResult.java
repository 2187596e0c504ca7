package colophon.grounding;

/**
 * What one check found in one sentence.
 *
 * @param passed whether no mismatch was found
 * @param note a sentence for an editor; where it failed it names the words concerned
 * @param scoreMilli thousandths, where the check measures something; -1 where it does not
 */
public record CheckResult(Check check, boolean passed, String note, int scoreMilli) {}
