/**
 * Release, correct, withdraw. Takes attested editions, gives public files; never releases what is
 * not attested.
 */
@org.jspecify.annotations.NullMarked
package colophon.publication;
