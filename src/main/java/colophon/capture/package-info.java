/**
 * What we read, on what terms, and the bytes. Takes sources, gives snapshots; nothing is parsed
 * before it is kept, and no address is opened that the address filter has not passed.
 */
@org.jspecify.annotations.NullMarked
package colophon.capture;
