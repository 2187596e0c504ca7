package colophon.c2pa;

/**
 * One thing that a validation found.
 *
 * @param url the box it is about, {@code self#jumbf=…}; the store where it is about no box
 * @param sentence one plain sentence; may quote what was read, so make it fit to show
 */
public record CredentialFinding(StatusCode code, String url, String sentence) {}
