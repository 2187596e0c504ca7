package colophon.pipeline;

/**
 * The program as records name it.
 *
 * @param build what tells two builds of one version apart
 */
public record Software(String name, String version, String build) {}
