package org.upstart4j.cli.live;

import java.io.IOException;
import org.upstart4j.Upstart;

/** What a command wants of an Upstart. */
public interface Question {

  /** Asks it; returns the exit status. */
  int ask(Upstart upstart) throws IOException;
}
