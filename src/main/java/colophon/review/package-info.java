/**
 * What people decide. Takes drafts and findings, gives approved copy; the only room that can make
 * it.
 */
@org.jspecify.annotations.NullMarked
package colophon.review;
