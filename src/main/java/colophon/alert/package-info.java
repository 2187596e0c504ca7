/**
 * Tells operators of trouble by webhook and by mail. What the other rooms know goes in; messages go
 * out, each told once when a trouble begins and once when it is over, with every try and its answer
 * kept. It changes nothing that it watches, and no secret stands in a message, a table or a log.
 */
@org.jspecify.annotations.NullMarked
package colophon.alert;
