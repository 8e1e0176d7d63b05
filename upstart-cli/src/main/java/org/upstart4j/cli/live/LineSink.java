package org.upstart4j.cli.live;

/** Where the monitor's lines go. */
public interface LineSink {

  /** Prints a line that counts. */
  void print(Line line);

  /** Prints a line that does not count. */
  void show(Line line);
}
