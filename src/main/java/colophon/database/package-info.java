/**
 * The database: one owner of the embedded PostgreSQL, its lock, its migrations. Gives a data
 * source; holds no newsroom knowledge.
 */
@org.jspecify.annotations.NullMarked
package colophon.database;
