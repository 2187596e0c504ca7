/**
 * Definitions, schedules and runs. Takes YAML and time, gives runs whose every stage is recorded; a
 * slot runs once.
 */
@org.jspecify.annotations.NullMarked
package colophon.pipeline;
