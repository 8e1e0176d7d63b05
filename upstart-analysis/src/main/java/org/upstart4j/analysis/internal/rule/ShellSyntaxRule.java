package org.upstart4j.analysis.internal.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.analysis.platform.ShellSyntax;
import org.upstart4j.analysis.platform.ShellSyntax.Refusal;
import org.upstart4j.jobfile.ProcessSource;
import org.upstart4j.jobfile.stanza.ExecStanza;

/** A script that the shell cannot read. */
final class ShellSyntaxRule implements RuleCheck {

  /** A script of a job, or a command as the shell gets it. */
  private record Part(Placed placed, ProcessSource source, String script) {}

  @Override
  public void check(Folder folder, Report report) {
    Shell shell = folder.target().shell();
    folder
        .surroundings()
        .shells()
        .ifPresent(
            shells ->
                shells
                    .program(shell)
                    .ifPresent(program -> check(folder, shells, shell, program, report)));
  }

  private static void check(
      Folder folder, ShellSyntax shells, Shell shell, String program, Report report) {
    List<Part> parts = parts(folder);
    Set<String> scripts = new LinkedHashSet<>();
    parts.forEach(part -> scripts.add(part.script()));
    Map<String, Refusal> refusals = refusals(scripts, script -> shells.refusal(shell, script));
    for (Part part : parts) {
      Optional.ofNullable(refusals.get(part.script()))
          .ifPresent(refusal -> add(part, refusal, shell, program, report));
    }
  }

  /** As many shells at a time as there are processors. */
  private static Map<String, Refusal> refusals(
      Set<String> scripts, Function<String, Optional<Refusal>> ask) {
    Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    scripts.parallelStream()
        .forEach(script -> ask.apply(script).ifPresent(refusal -> refusals.put(script, refusal)));
    return refusals;
  }

  private static List<Part> parts(Folder folder) {
    List<Part> parts = new ArrayList<>();
    for (CheckedFile file : folder.files()) {
      for (Placed placed : file.stanzas()) {
        placed.process().flatMap(source -> part(placed, source)).ifPresent(parts::add);
      }
    }
    return parts;
  }

  private static Optional<Part> part(Placed placed, ProcessSource source) {
    if (source.isScript()) {
      return Optional.of(new Part(placed, source, source.text()));
    }
    return ExecStanza.isReadByShell(source.text())
        ? Optional.of(new Part(placed, source, "exec " + source.text()))
        : Optional.empty();
  }

  private static void add(Part part, Refusal refusal, Shell shell, String program, Report report) {
    report.add(
        part.placed().file(),
        part.source().line(refusal.line()),
        "The shell cannot read this: %s".formatted(refusal.message()),
        "The shell gives up here, and the process fails; only what stands above may have run."
            + " Found by %s, as sh is %s there.".formatted(program, shell));
  }
}
