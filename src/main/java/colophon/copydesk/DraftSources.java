package colophon.copydesk;

import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.story.DeskNotes;
import colophon.story.Dossier;
import colophon.story.StoryDesk;

/** What drafts rest on, and what else they could. */
record DraftSources(StoryDesk stories, DeskNotes notes, EditStore edits) {

  /** The story's revision that a draft was written from, with the desk notes that it cites. */
  Dossier cited(Draft draft) {
    return cited(draft, draft.brief());
  }

  /** The same for words that the draft is to have. */
  Dossier cited(Draft draft, Brief brief) {
    return notes.withCited(
        stories.dossier(stories.revision(draft.storyId(), draft.storyRevision()).orElseThrow()),
        brief.citedArticleIds());
  }

  /** All that a sentence of a draft can rest on: the same with every desk note on the draft. */
  Dossier all(Draft draft) {
    return notes.with(cited(draft), notes.standing(edits.root(draft.id())));
  }
}
