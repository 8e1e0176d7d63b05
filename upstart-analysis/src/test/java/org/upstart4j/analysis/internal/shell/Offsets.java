package org.upstart4j.analysis.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the tree of any script. */
final class Offsets {

  private Offsets() {}

  static void check(ShellScript script) {
    check(script, script.body());
    script.unreadable().forEach(part -> inside(script, part.start(), part.end()));
    script.comments().forEach(comment -> inside(script, comment.start(), comment.end()));
    script.commands();
    script.endings();
    script.forkBeforeExec(true);
    script.variables();
    UpstartCall.of(script);
  }

  private static void check(ShellScript script, Node node) {
    inside(script, node.start(), node.end());
    for (Node child : node.children()) {
      boolean within = child.start() >= node.start() && child.end() <= node.end();
      if (!within && !(child instanceof HereDocument)) {
        throw new AssertionError(child + " is not within " + node + " of " + script.text());
      }
      check(script, child);
    }
  }

  private static void inside(ShellScript script, int start, int end) {
    if (start < 0 || start > end || end > script.text().length()) {
      assertThat(script.text()).as("%s to %s", start, end).isEmpty();
    }
  }
}
