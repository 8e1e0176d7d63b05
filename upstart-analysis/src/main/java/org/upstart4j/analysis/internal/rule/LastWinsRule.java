package org.upstart4j.analysis.internal.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.NormalExitStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;

/** A stanza that a later one of the same file replaces. */
final class LastWinsRule implements RuleCheck {

  private static final String START_ON = "start on";

  @Override
  public void check(Folder folder, Report report) {
    folder.files().stream().filter(folder::reads).forEach(file -> check(file, report));
  }

  private static void check(CheckedFile file, Report report) {
    Map<String, Placed> last = new HashMap<>();
    for (Placed placed : file.stanzas()) {
      if (!addsUp(placed.typed())) {
        Placed earlier = last.put(slot(placed.typed()), placed);
        if (earlier != null && !forgets(earlier, placed)) {
          add(earlier, placed, report);
        }
      }
    }
  }

  /** Manual is about the condition to start on, too: of both the last one counts. */
  private static String slot(TypedStanza typed) {
    return typed.name() == StanzaName.MANUAL ? START_ON : typed.slot();
  }

  /** The usual way to turn a job off is a manual below its condition, which stays for later. */
  private static boolean forgets(Placed earlier, Placed later) {
    return later.typed().name() == StanzaName.MANUAL && earlier.typed().name() == StanzaName.START;
  }

  private static boolean addsUp(TypedStanza typed) {
    return typed instanceof ListStanza
        || typed instanceof NormalExitStanza
        || typed instanceof CgroupStanza;
  }

  private static void add(Placed earlier, Placed later, Report report) {
    int line = later.span().line();
    boolean equal = earlier.typed().equals(later.typed());
    String message =
        equal
            ? "%s stands again in line %d".formatted(shown(earlier.typed()), line)
            : "%s has no effect: line %d replaces it".formatted(shown(earlier.typed()), line);
    report.add(
        earlier.file(), earlier.allWords(), message, reason(earlier.typed()), fix(earlier, equal));
  }

  private static Optional<Fix> fix(Placed earlier, boolean equal) {
    return equal
        ? Edits.fix("Take the first one out", true, Edits.remove(earlier))
        : Optional.empty();
  }

  private static String shown(TypedStanza typed) {
    if (typed instanceof ExecStanza || typed instanceof ScriptStanza) {
      return "This %s".formatted(typed.slot());
    }
    return "This \"%s\"".formatted(typed instanceof FlagStanza flag ? flag.name() : typed.slot());
  }

  private static String reason(TypedStanza typed) {
    if (typed instanceof EventsStanza) {
      return "Of several conditions Upstart keeps the last one. Join them with \"and\" or \"or\" if"
          + " both are meant.";
    }
    if (typed instanceof ExecStanza || typed instanceof ScriptStanza) {
      return "A job has one %s, which Upstart takes from the last \"exec\" or \"script\"; put both"
              .formatted(typed.slot())
          + " into one script if both are meant.";
    }
    return typed instanceof EnvStanza
        ? "Of several values of a variable Upstart keeps the last one."
        : "Of several stanzas about the same thing Upstart keeps the last one.";
  }
}
