package org.upstart4j.cli.check;

import java.io.IOException;
import java.util.List;

/** Prints findings in a format. */
interface Output {

  /** Takes what was found in a folder. */
  void add(Subject subject, List<Found> found) throws IOException;

  /** Prints what comes at the end. */
  void finish(Tally tally) throws IOException;
}
