package org.upstart4j.cli.live;

import java.util.List;
import org.upstart4j.Environment;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;

/** Words that are variables. */
public final class LiveWords {

  private LiveWords() {}

  /** The words from a place on. */
  public static Environment environment(Invocation call, int place) {
    List<String> entries = call.arguments().wordsFrom(place);
    for (String entry : entries) {
      if (entry.indexOf('=') < 0) {
        throw new Misuse("a variable is KEY=VALUE, not " + entry);
      }
    }
    return Environment.parse(entries);
  }
}
