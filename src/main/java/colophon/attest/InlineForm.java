package colophon.attest;

/** In which form a file of a version is given out with its credential inside. */
public enum InlineForm {
  /** The page, with the credential in its head (C2PA A.7). */
  HTML("index.html", "inline.html"),
  /** The plain text, with the credential in characters that nobody sees (C2PA A.8). */
  TEXT("brief.txt", "inline.txt");

  private final String artefact;
  private final String ending;

  InlineForm(String artefact, String ending) {
    this.artefact = artefact;
    this.ending = ending;
  }

  /** The published file that it is made from. */
  public String artefact() {
    return artefact;
  }

  /** How its own file's name ends, such as {@code inline.html}. */
  public String ending() {
    return ending;
  }
}
