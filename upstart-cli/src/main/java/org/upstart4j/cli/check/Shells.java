package org.upstart4j.cli.check;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.host.HostShells;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.analysis.platform.ShellSyntax;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.command.Invocation;

/**
 * What reads scripts.
 *
 * @param shells the shells of this system; nothing if none is wanted
 * @param kinds the kinds of shell that the targets have
 */
record Shells(Optional<ShellSyntax> shells, List<Shell> kinds) {

  static Shells of(Invocation call, CheckSettings settings) {
    boolean wanted =
        !call.has(CheckOptions.NO_SHELL)
            && !call.has(CheckOptions.SYNTAX_ONLY)
            && settings.severities().get(Rule.SHELL_SYNTAX) != Severity.OFF;
    return new Shells(
        wanted ? Optional.of(HostShells.find()) : Optional.empty(),
        settings.targets().stream().map(Target::shell).distinct().toList());
  }

  /** Which program reads the scripts of which kind of shell. */
  List<String> used() {
    return shells.stream()
        .flatMap(known -> kinds.stream().flatMap(kind -> known.program(kind).stream()))
        .map(program -> "scripts are read by " + program)
        .toList();
  }

  /** Which kinds of shell are missing here. */
  List<String> missing() {
    return shells.stream()
        .flatMap(known -> kinds.stream().filter(kind -> known.program(kind).isEmpty()))
        .map(kind -> "there is no " + kind + " here; the syntax of scripts is not checked for it")
        .toList();
  }
}
