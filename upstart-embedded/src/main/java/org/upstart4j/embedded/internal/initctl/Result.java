package org.upstart4j.embedded.internal.initctl;

/**
 * How a command has ended.
 *
 * @param status its exit status
 * @param output what it prints
 * @param errors what it complains of
 */
public record Result(int status, String output, String errors) {

  static Result ok(String output) {
    return new Result(0, output, "");
  }
}
