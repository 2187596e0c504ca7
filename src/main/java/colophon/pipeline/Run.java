package colophon.pipeline;

import colophon.kernel.Digest;
import java.time.Instant;

/**
 * One run of a pipeline for one slot.
 *
 * @param id {@code r-} and 16 hexadecimal digits, derived from pipeline and slot
 * @param definition the digest of the definition it runs by
 * @param startedBy {@code schedule}, or who asked for it
 */
public record Run(
    String id, String pipeline, Digest definition, Slot slot, String startedBy, Instant startedAt) {

  static String idOf(String pipeline, Slot slot) {
    return "r-" + Digest.ofText(pipeline + "\n" + slot.label()).brief(16);
  }
}
