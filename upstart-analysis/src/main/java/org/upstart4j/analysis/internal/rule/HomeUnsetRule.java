package org.upstart4j.analysis.internal.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.WordPart;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.EventsStanza;

/** HOME or USER used, and nothing sets it. */
final class HomeUnsetRule implements JobRule {

  private static final Set<String> VARIABLES = Set.of("HOME", "USER", "LOGNAME");

  /** There the user's session runs jobs, and has these variables. */
  private static final Platform SESSIONS = Platform.UBPORTS;

  /** What a session has in its environment, or says. */
  private static final Set<String> OF_SESSIONS =
      Set.of(
          "xsession",
          "xsession-init",
          "desktop-start",
          "desktop-end",
          "session-end",
          "startxsession",
          "indicator-services-start",
          "indicators-loaded",
          "gnome-session",
          "unity8",
          "dbus",
          "window-stack-ready");

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    List<CheckedScript> processes =
        CheckedScript.all(job).stream().filter(HomeUnsetRule::mayUseHome).toList();
    if (processes.isEmpty()
        || isOfSession(job)
        || folder.target().platform().filter(SESSIONS::equals).isPresent()) {
      return;
    }
    Set<String> set = new HashSet<>();
    job.stanzas().stream()
        .map(placed -> placed.typed())
        .filter(EnvStanza.class::isInstance)
        .forEach(env -> set.add(((EnvStanza) env).key()));
    for (CheckedScript process : processes) {
      if (process.isReadByShell() && !readsOthers(process)) {
        check(process, set, folder.target().shell(), report);
      }
    }
  }

  /** Spares looking at scripts that surely do not. */
  private static boolean mayUseHome(CheckedScript process) {
    String text = process.source().text();
    return VARIABLES.stream().anyMatch(text::contains)
        || text.indexOf('~') >= 0
        || text.contains("cd");
  }

  private static boolean isOfSession(CheckedJob job) {
    return Stream.concat(job.startOn().stream(), job.stopOn().stream())
            .map(placed -> ((EventsStanza) placed.typed()).events())
            .anyMatch(HomeUnsetRule::isOfSession)
        || CheckedScript.all(job).stream()
            .flatMap(process -> process.script().variables().used().stream())
            .anyMatch(
                used -> used.name().startsWith("XDG_") || used.name().equals("UPSTART_SESSION"));
  }

  private static boolean isOfSession(EventExpression condition) {
    return OF_SESSIONS.stream().anyMatch(condition.toString()::contains);
  }

  /** What a file that is read sets is not known. */
  private static boolean readsOthers(CheckedScript process) {
    return process.script().commands().stream()
        .map(occurrence -> occurrence.command())
        .anyMatch(command -> command.runs(".") || command.runs("source") || command.runs("eval"));
  }

  private static void check(CheckedScript process, Set<String> set, Shell shell, Report report) {
    Set<String> known = new HashSet<>(set);
    known.addAll(process.script().variables().assigned());
    process
        .script()
        .body()
        .visit(
            node ->
                name(node, shell)
                    .filter(n -> !known.contains(n) && known.add(n))
                    .ifPresent(name -> report(process, node, name, report)));
  }

  /** The variable that a part of a script uses, if it is one of those. */
  private static Optional<String> name(Node node, Shell shell) {
    if (node instanceof WordPart.Parameter parameter
        && VARIABLES.contains(parameter.name())
        && (parameter.operator().isEmpty() || !":-:=:+".contains(parameter.operator()))) {
      return Optional.of(parameter.name());
    }
    boolean home =
        (node instanceof WordPart.Tilde tilde && tilde.user().isEmpty() && shell == Shell.DASH)
            || (node instanceof ShellCommand.Simple simple
                && simple.runs("cd")
                && simple.words().size() == 1);
    return home ? Optional.of("HOME") : Optional.empty();
  }

  private static void report(CheckedScript process, Node node, String name, Report report) {
    report.add(
        process.placed().file(),
        process.span(node),
        "Nothing sets " + name + " for \"" + process.quote(node) + "\"",
        "Upstart gives a job of the system only PATH and TERM, also under \"setuid\"; the variable"
            + " is empty. Write a stanza \"env "
            + name
            + "=...\", or the value itself.");
  }
}
