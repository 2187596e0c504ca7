package colophon.llm;

import java.time.Instant;

/** An answer as it is kept, and when it was complete. */
record StoredAnswer(ModelAnswer answer, Instant endedAt) {}
