package colophon.story;

import java.util.List;

/** What a run does about one story, decided from what was there before and what is new. */
public sealed interface Assignment {

  StoryRevision story();

  /** No brief of this story exists in the pipeline: write one. */
  record WriteNew(StoryRevision story) implements Assignment {}

  /** A brief exists and these articles bring something it lacks: write its next version. */
  record Update(StoryRevision story, List<String> newArticleIds, String why)
      implements Assignment {}

  /** Nothing to write; the reason is a sentence. */
  record Skip(StoryRevision story, String why) implements Assignment {}
}
