package colophon.evidence;

import colophon.brief.Amendment;
import colophon.brief.Draft;
import colophon.brief.DraftDocument;
import colophon.copydesk.DraftEdit;
import colophon.copydesk.EditStore;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.util.ArrayList;

/** What people changed between the draft that was written and the one that was published. */
final class EditPart {

  /** Where it lies in a bundle; not there where nobody changed anything. */
  static final String FILE = "writing/edits.json";

  private static final int MOST_BYTES = 4 << 20;

  private final EditStore edits;

  EditPart(EditStore edits) {
    this.edits = edits;
  }

  void add(Draft published, Shelf shelf) {
    String root = edits.root(published.id());
    var list = new ArrayList<Json>();
    boolean reached = root.equals(published.id());
    for (DraftEdit edit : edits.since(root)) {
      if (!reached) {
        list.add(json(edit));
      }
      reached = reached || edit.draftId().equals(published.id());
    }
    if (!list.isEmpty()) {
      shelf.put(FILE, "what people changed since, one change after the other", new Json.Arr(list));
    }
  }

  private static Json json(DraftEdit edit) {
    return Json.object(
        "draft", Json.of(edit.draftId()),
        "previous", Json.of(edit.previous()),
        "by", Json.of(edit.by().name()),
        "at", Json.of(edit.at().toString()),
        "amendment", edit.amendment().map(EditPart::json).orElseGet(Json.Null::new),
        "reopened",
            edit.change() instanceof DraftEdit.Change.Reopened reopened
                ? Json.of(reopened.published())
                : new Json.Null());
  }

  private static Json json(Amendment amendment) {
    try {
      return JsonReader.read(DraftDocument.format(amendment), MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new IllegalStateException("an amendment became no JSON: " + e.getMessage(), e);
    }
  }
}
