package colophon.review;

/** What an editor decides about waiting copy. Only a named person decides; a program never does. */
public sealed interface Decision {

  /** The person's name. */
  String by();

  /**
   * It may go out, and this person answers for it.
   *
   * @param role held by the person, such as {@code night editor}
   */
  record Approve(String by, String role) implements Decision {}

  /** Another draft is wanted; the reason is for the writer. */
  record SendBack(String by, String reason) implements Decision {}

  /** It is not wanted at all. */
  record Spike(String by, String reason) implements Decision {}
}
