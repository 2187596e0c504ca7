package colophon.copydesk;

import colophon.brief.Amending;
import colophon.brief.Amendment;
import colophon.brief.Brief;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of the model alone: the draft as it was delivered, with the sections in it that were
 * written again. What a draft has otherwise is people's.
 */
final class AsWritten {

  private AsWritten() {}

  static Brief of(Brief delivered, List<DraftEdit> edits) {
    Brief brief = delivered;
    Deque<Brief> before = new ArrayDeque<>();
    Map<String, Brief> drafts = new HashMap<>();
    for (DraftEdit edit : edits) {
      switch (edit.change()) {
        case DraftEdit.Change.Amended amended -> {
          before.push(brief);
          if (amended.amendment() instanceof Amendment.Renew renew) {
            brief = Amending.with(brief, renew.section());
          }
        }
        case DraftEdit.Change.TakenBack ignored -> brief = before.pop();
        case DraftEdit.Change.Reopened reopened -> {
          before.clear();
          brief = drafts.getOrDefault(reopened.published(), delivered);
        }
      }
      drafts.put(edit.draftId(), brief);
    }
    return brief;
  }
}
