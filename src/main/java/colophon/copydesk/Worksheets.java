package colophon.copydesk;

import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.review.Copy;
import colophon.review.ReviewStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts worksheets together from what the stores hold. */
final class Worksheets {

  private final ReviewStore reviews;
  private final BriefStore briefs;
  private final EditStore edits;
  private final DeskLog log;

  Worksheets(ReviewStore reviews, BriefStore briefs, EditStore edits, DeskLog log) {
    this.reviews = reviews;
    this.briefs = briefs;
    this.edits = edits;
    this.log = log;
  }

  /** The last draft of the line that a draft belongs to, with all that was done to it. */
  Optional<Worksheet> find(String draftId) {
    String root = edits.root(draftId);
    List<DraftEdit> made = edits.since(root);
    String last = made.isEmpty() ? root : made.getLast().draftId();
    return reviews
        .find(last)
        .flatMap(copy -> briefs.draft(root).map(first -> sheet(first, copy, made, log.of(root))));
  }

  /** A worksheet after one more change. */
  Worksheet after(Worksheet sheet, Copy copy, DraftEdit edit, List<DeskLog.Entry> events) {
    var made = new ArrayList<>(sheet.edits());
    made.add(edit);
    return sheet(sheet.root(), copy, made, events);
  }

  private Worksheet sheet(Draft root, Copy copy, List<DraftEdit> made, List<DeskLog.Entry> events) {
    Brief published =
        Worksheet.reopened(made)
            .flatMap(begun -> briefs.draft(begun.published()))
            .map(Draft::brief)
            .orElse(null);
    return Worksheet.of(root, copy, made, events, published);
  }
}
