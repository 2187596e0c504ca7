package colophon.grounding;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a verdict says in a stored report which one it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Verdict.NoMismatch.class, name = "no-mismatch"),
  @JsonSubTypes.Type(value = Verdict.Weak.class, name = "weak"),
  @JsonSubTypes.Type(value = Verdict.Unsupported.class, name = "unsupported")
})
interface VerdictKind {}
