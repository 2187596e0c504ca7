package colophon.edition;

import colophon.kernel.Digest;

/**
 * One finished file of an edition.
 *
 * @param name its file name in the version's folder, such as {@code index.html}
 * @param mediaType such as {@code text/html; charset=utf-8}
 */
public record Artefact(String name, String mediaType, byte[] bytes) {

  public Digest digest() {
    return Digest.of(bytes);
  }
}
