/** The web: status page and JSON API. Takes requests, gives pages; decides nothing by itself. */
@org.jspecify.annotations.NullMarked
package colophon.desk;
