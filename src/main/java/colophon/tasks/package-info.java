/**
 * What arrives at the desk from outside and waits for an editor: a reader's report of an error, a
 * cited page that has changed. Takes reports and pages read again, gives tasks with what people did
 * about them; never changes a brief, never tells one thing twice, never shows a reader's contact to
 * anybody but editors.
 */
@org.jspecify.annotations.NullMarked
package colophon.tasks;
