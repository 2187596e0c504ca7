/**
 * Who may sign in, and as what. Takes names and passwords, gives accounts with roles; never keeps
 * or logs a password, and says nothing to a stranger that tells a login that exists from one that
 * does not.
 */
@org.jspecify.annotations.NullMarked
package colophon.access;
