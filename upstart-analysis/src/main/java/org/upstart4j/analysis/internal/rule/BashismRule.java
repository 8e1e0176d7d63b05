package org.upstart4j.analysis.internal.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.shell.ShellVariables;
import org.upstart4j.analysis.internal.shell.WordPart;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.stanza.EnvStanza;

/** A script for bash that sh runs. */
final class BashismRule implements JobRule {

  private static final String DASH = "Upstart runs scripts with \"sh -e\", and sh is dash here: ";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");

  private static final Set<String> SET_BY_BASH =
      Set.of(
          "RANDOM",
          "UID",
          "EUID",
          "HOSTNAME",
          "SECONDS",
          "PIPESTATUS",
          "FUNCNAME",
          "HOSTTYPE",
          "OSTYPE",
          "MACHTYPE",
          "SHLVL",
          "GROUPS");

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    if (folder.target().shell() == Shell.BASH) {
      return;
    }
    CheckedScript.all(job).stream()
        .filter(CheckedScript::isReadByShell)
        .forEach(
            process -> {
              check(process, report);
              variables(process, job, report);
            });
  }

  /** Variables that bash sets, and nothing else does. */
  private static void variables(CheckedScript process, CheckedJob job, Report report) {
    if (SET_BY_BASH.stream().noneMatch(process.source().text()::contains)) {
      return;
    }
    ShellVariables variables = process.script().variables();
    boolean readsOthers =
        process.script().commands().stream().anyMatch(occurrence -> occurrence.command().runs("."));
    if (readsOthers) {
      return;
    }
    Set<String> told = new HashSet<>(variables.assigned());
    job.stanzas().stream()
        .filter(placed -> placed.typed() instanceof EnvStanza)
        .forEach(placed -> told.add(((EnvStanza) placed.typed()).key()));
    variables.used().forEach(used -> used(process, used, told, report));
    process.script().body().all(WordPart.Calculation.class).stream()
        .flatMap(calculation -> calculation.parts().stream())
        .filter(WordPart.Literal.class::isInstance)
        .map(WordPart.Literal.class::cast)
        .forEach(part -> calculated(process, part, told, report));
  }

  private static void used(
      CheckedScript process, WordPart.Parameter used, Set<String> told, Report report) {
    boolean defaulted = used.operator().contains("-") || used.operator().contains("=");
    if (SET_BY_BASH.contains(used.name()) && !defaulted && told.add(used.name())) {
      add(process, used.name(), process.span(used), "empty", report);
    }
  }

  /** In a calculation a variable needs no dollar sign. */
  private static void calculated(
      CheckedScript process, WordPart.Literal part, Set<String> told, Report report) {
    Matcher name = NAME.matcher(part.text());
    while (name.find()) {
      if (SET_BY_BASH.contains(name.group()) && told.add(name.group())) {
        int start = part.start() + name.start();
        SourceSpan span = process.source().span(start, start + name.group().length());
        add(process, name.group(), span, "0", report);
      }
    }
  }

  private static void add(
      CheckedScript process, String name, SourceSpan span, String value, Report report) {
    report.add(
        process.placed().file(),
        span,
        "dash does not set \"" + name + "\"",
        DASH
            + "the variable is "
            + value
            + ". Use the command that tells the value (id, hostname, date, shuf), or hand the script"
            + " to bash.");
  }

  private static void check(CheckedScript process, Report report) {
    boolean guarded =
        process.source().text().contains("BASH_VERS")
            && process.script().variables().used().stream()
                .anyMatch(parameter -> parameter.name().startsWith("BASH_VERS"));
    Set<String> told = new HashSet<>();
    for (Bashism bashism : guarded ? List.<Bashism>of() : Bashisms.of(process.script())) {
      SourceSpan span = process.span(bashism.node());
      if (bashism.replacement().isPresent() || told.add(span.line() + bashism.message())) {
        report.add(
            process.placed().file(),
            span,
            bashism.message(),
            DASH + bashism.effect() + ". " + bashism.instead(),
            bashism.replacement().map(replacement -> fix(process, replacement)));
      }
    }
  }

  private static Fix fix(CheckedScript process, Bashism.Replacement replacement) {
    SourceSpan span = process.source().span(replacement.start(), replacement.end());
    return new Fix(
        "Write \"" + replacement.text().strip() + "\"",
        true,
        List.of(new TextEdit(process.placed().file().path(), span, replacement.text())));
  }
}
