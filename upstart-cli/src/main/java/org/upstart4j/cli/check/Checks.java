package org.upstart4j.cli.check;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.platform.ShellSyntax;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.command.Invocation;

/** Makes the checks that are asked for. */
final class Checks {

  private static final Set<Rule> OF_SYNTAX = Set.of(Rule.SYNTAX, Rule.TOO_NEW);
  private static final String UPSTART_JOB = "upstart-job";

  private Checks() {}

  /** A check for each target, with shells that read scripts. */
  static List<Check> of(Invocation call, CheckSettings settings, Optional<ShellSyntax> shells) {
    boolean syntaxOnly = call.has(CheckOptions.SYNTAX_ONLY);
    Set<String> scripts =
        settings.initD().isPresent() && !syntaxOnly ? scripts(settings.initD().get()) : Set.of();
    return settings.targets().stream()
        .map(target -> check(target, call, settings).withSysvScripts(scripts))
        .map(check -> syntaxOnly ? ofSyntax(check) : check)
        .map(check -> shells.map(check::withShells).orElse(check))
        .toList();
  }

  private static Check check(Target target, Invocation call, CheckSettings settings) {
    Check check = Check.of(target);
    for (Rule rule : Rule.values()) {
      check = check.with(rule, settings.severities().getOrDefault(rule, rule.severity()));
    }
    return call.has(CheckOptions.NO_IGNORES) ? check.withoutIgnores() : check;
  }

  private static Check ofSyntax(Check check) {
    Check left = check;
    for (Rule rule : Rule.values()) {
      left = OF_SYNTAX.contains(rule) ? left : left.with(rule, Severity.OFF);
    }
    return left;
  }

  /** The scripts of SysV init; links to Upstart's own stand-in for them are none. */
  private static Set<String> scripts(Path folder) {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry) && !isStandIn(entry)) {
          names.add(String.valueOf(entry.getFileName()));
        }
      }
    } catch (DirectoryIteratorException failure) {
      throw Unreadable.misuse(Objects.requireNonNull(failure.getCause()));
    } catch (IOException failure) {
      throw Unreadable.misuse(failure);
    }
    return names;
  }

  private static boolean isStandIn(Path entry) throws IOException {
    return Files.isSymbolicLink(entry)
        && String.valueOf(Files.readSymbolicLink(entry).getFileName()).equals(UPSTART_JOB);
  }
}
