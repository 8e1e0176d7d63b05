package org.upstart4j.cli.reach;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.Visible;

/** What to try when no Upstart can be reached. */
final class Advice {

  private static final String SESSION = "UPSTART_SESSION";

  private Advice() {}

  static List<String> of(Reach reach) {
    List<String> lines = new ArrayList<>();
    @Nullable String session = System.getenv(SESSION);
    if (session != null && !session.isEmpty()) {
      lines.add(
          usesSession(reach)
              ? SESSION + " says so: " + Visible.text(session)
              : SESSION + " is set, but not used: the options choose another way.");
    }
    lines.add("Without an Upstart there, try one of these:");
    lines.add("  upstart serve --help  to run jobs without Upstart");
    lines.add("  --host USER@HOST      to reach another machine's");
    lines.add("  --transport WAY       to reach it another way; auto tries all");
    return lines;
  }

  private static boolean usesSession(Reach reach) {
    return reach.place().orElse(null) instanceof BusPlace.UserSession user
        && user.known().isPresent();
  }
}
