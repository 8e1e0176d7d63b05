package org.upstart4j.cli.fleet;

import java.util.List;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;

/** What a command has to tell of one host. */
interface Answer {

  /** Whether the host has done what was asked of it. */
  default boolean isOk() {
    return true;
  }

  /** Whether something is not as it was before. */
  default boolean changed() {
    return false;
  }

  /** Its lines, for people; nothing of them commands a terminal. */
  List<String> lines(Paint paint);

  /**
   * The lines by which answers of hosts are equal: without what differs everywhere, as numbers of
   * processes do.
   */
  default List<String> alike() {
    return lines(Paint.PLAIN);
  }

  /** Adds its members to the object of the host. */
  void members(JsonLine json);
}
