package colophon.capture;

/** What stands at a source's location. */
public enum SourceKind {
  /** RSS, Atom or JSON Feed; told apart by content. */
  FEED,
  /** One web page. */
  PAGE,
  /** A local folder of documents (HTML, TXT, PDF, DOCX). */
  FOLDER
}
