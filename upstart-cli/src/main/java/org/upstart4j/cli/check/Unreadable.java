package org.upstart4j.cli.check;

import java.io.IOException;
import org.upstart4j.cli.command.Failures;
import org.upstart4j.cli.command.Misuse;

/** A file that an option or a setting names, and that cannot be read. */
final class Unreadable {

  private Unreadable() {}

  static Misuse misuse(IOException failure) {
    return new Misuse(Failures.describe(failure));
  }
}
