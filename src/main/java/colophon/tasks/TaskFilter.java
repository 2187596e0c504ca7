package colophon.tasks;

/**
 * Which tasks are shown.
 *
 * @param share {@code open}, {@code mine}, {@code nobody} or {@code closed}
 * @param kind {@code report} or {@code source}; empty for both
 * @param login of the person who looks
 */
public record TaskFilter(String share, String kind, String login) {}
