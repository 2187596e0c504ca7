package colophon.copydesk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A desk note as somebody writes it.
 *
 * @param text what is known, a few sentences
 * @param who knows it, as readers are told where it is on the record
 * @param learntAt null where nothing was said
 * @param confirmed how, in words for readers
 */
public record NewNote(
    String text, String who, @Nullable Instant learntAt, String confirmed, boolean onRecord) {}
