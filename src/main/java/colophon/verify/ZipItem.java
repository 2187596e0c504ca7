package colophon.verify;

/**
 * One file in a zip, as the directory at its end states it.
 *
 * @param packed the bytes it takes in the zip
 * @param size the bytes it has when unpacked
 * @param dataStart where its bytes begin
 * @param deflated whether it is packed; else its bytes stand as they are
 */
record ZipItem(
    String name, long checksum, long packed, long size, long dataStart, boolean deflated) {}
