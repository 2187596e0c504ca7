package colophon.edition;

import java.util.List;

/** What a mark opens: the spans of one source that one sentence rests on. */
record PassageNote(String id, SourceNote source, List<Excerpt> excerpts) {
  PassageNote {
    excerpts = List.copyOf(excerpts);
  }
}
