package org.upstart4j.initctl;

/**
 * How a program ended, and what it printed.
 *
 * @param status its exit status; 128 and more if a signal ended it
 * @param output what it printed, as UTF-8
 * @param errors what it printed to its errors, as UTF-8
 */
public record CommandResult(int status, String output, String errors) {}
