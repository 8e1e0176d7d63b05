package org.upstart4j.cli.exporter;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Visible;

/** Says who does not answer, once, and that it answers again. */
final class Complaints {

  private final CliConsole console;
  private Map<String, String> said = Map.of();

  Complaints(CliConsole console) {
    this.console = console;
  }

  /** Says what is new. */
  void update(Map<String, String> now) {
    new TreeMap<>(now)
        .forEach(
            (name, why) -> {
              if (!said.containsKey(name)) {
                console.complain(Visible.text(name) + " does not answer: " + Visible.text(why));
              }
            });
    Set<String> back = new TreeSet<>(said.keySet());
    back.removeAll(now.keySet());
    back.forEach(name -> console.complain(Visible.text(name) + " answers again"));
    said = new TreeMap<>(now);
  }
}
