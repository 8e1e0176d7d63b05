package org.upstart4j.it.situation;

import java.nio.file.Path;
import java.util.List;
import org.upstart4j.Upstart;

/** An Upstart with whose jobs a situation is brought about, and a way to ask about them. */
interface Ground extends AutoCloseable {

  /** Brings a ground about whose folder holds the situation's files. */
  @FunctionalInterface
  interface Opener {
    Ground open(Path work);
  }

  /** Where its job files are, below a folder of its own. */
  static Path jobFiles(Path work) {
    return work.resolve("conf");
  }

  /** Where the output of its jobs goes, below a folder of its own. */
  static Path logs(Path work) {
    return work.resolve("log");
  }

  /** Returns what starts and stops its jobs. */
  Upstart upstart();

  /** Sends a signal to one of its processes. */
  void kill(String signal, int pid);

  /** Returns where its processes are shown. */
  Path processes();

  /** Asks, in the way that is tried. */
  Told ask(Question question);

  /** Returns what cannot be known this way: {@code messages}, {@code state}. */
  List<String> lacking();

  @Override
  void close();
}
