package colophon.pipeline;

import java.util.Locale;

/** The stages of a run, in order. */
public enum Stage {
  FETCH("articles fetched"),
  READ("articles read"),
  GROUP("stories"),
  WRITE("drafts written"),
  CHECK("drafts checked"),
  REVIEW("drafts decided"),
  PUBLISH("briefs published");

  private final String counted;

  Stage(String counted) {
    this.counted = counted;
  }

  /** What a stage's count counts, in words for people. */
  public String counted() {
    return counted;
  }

  /** The name as people and the database see it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
