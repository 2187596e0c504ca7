/** The command line: one class a command. Takes arguments, gives exit codes and plain sentences. */
@org.jspecify.annotations.NullMarked
package colophon.cli;
