package colophon.copydesk;

/**
 * Somebody at the desk.
 *
 * @param login what the person signs in with
 * @param name as it stands on pages and in records
 */
public record Person(String login, String name) {}
