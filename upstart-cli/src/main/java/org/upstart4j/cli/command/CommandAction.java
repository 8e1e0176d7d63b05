package org.upstart4j.cli.command;

import java.io.IOException;

/** What a command does. */
@FunctionalInterface
public interface CommandAction {

  /** Does it; returns the exit status. */
  int run(Invocation call) throws IOException;
}
