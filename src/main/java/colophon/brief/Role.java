package colophon.brief;

/** The place of a sentence in a brief. */
public enum Role {
  HEADLINE,
  STANDFIRST,
  LEDE,
  SUBHEAD,
  BODY
}
