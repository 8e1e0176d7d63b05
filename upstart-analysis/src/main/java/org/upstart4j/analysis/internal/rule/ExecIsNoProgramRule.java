package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.shell.Assignment;
import org.upstart4j.analysis.internal.shell.Pipeline;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.ShellWord;
import org.upstart4j.analysis.internal.shell.WordPart;
import org.upstart4j.jobfile.SourceSpan;

/** An exec line that names no program. */
final class ExecIsNoProgramRule implements JobRule {

  /** Builtins of which there is no program as well. */
  private static final Set<String> ONLY_BUILTIN =
      Set.of(
          ".",
          ":",
          "alias",
          "bg",
          "break",
          "cd",
          "command",
          "continue",
          "declare",
          "eval",
          "exec",
          "exit",
          "export",
          "fg",
          "getopts",
          "hash",
          "jobs",
          "let",
          "local",
          "pushd",
          "read",
          "readonly",
          "return",
          "set",
          "shift",
          "shopt",
          "source",
          "times",
          "trap",
          "type",
          "typeset",
          "ulimit",
          "umask",
          "unalias",
          "unset",
          "wait");

  private static final String NOT_FOUND =
      "There is no program of that name to be run, and the job fails. ";

  private static final Set<String> KEYWORDS =
      Set.of("if", "while", "until", "for", "case", "{", "!", "[[", "function", "select", "then");

  /** Programs that people run others with; what follows them in quotes is their argument. */
  private static final Set<String> INTERPRETERS =
      Set.of("sh", "bash", "java", "node", "nodejs", "perl", "php", "python", "ruby", "sudo");

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    CheckedScript.all(job).stream()
        .filter(CheckedScript::isCommand)
        .forEach(process -> check(process, report));
  }

  private static void check(CheckedScript process, Report report) {
    if (process.script().body().statements().isEmpty()) {
      return;
    }
    Pipeline first = process.script().body().statements().get(0).pipelines().get(0);
    ShellCommand command = first.commands().get(0).bare();
    if (command instanceof ShellCommand.Simple simple && !first.negated()) {
      simple(process, simple, report);
    } else if (!(command instanceof ShellCommand.Unreadable)) {
      keyword(process, first, report);
    }
  }

  private static void simple(CheckedScript process, ShellCommand.Simple simple, Report report) {
    if (!simple.assignments().isEmpty()) {
      assignment(process, simple, report);
    } else if (!simple.words().isEmpty()) {
      word(process, simple.words(), report);
    }
  }

  private static void assignment(CheckedScript process, ShellCommand.Simple simple, Report report) {
    Assignment assignment = simple.assignments().get(0);
    String name = assignment.name();
    report.add(
        process.placed().file(),
        process.span(assignment),
        "\"exec\" takes \"" + process.quote(assignment) + "\" for a program",
        NOT_FOUND
            + "Set the variable in a stanza \"env "
            + name
            + "=...\", or write \"exec env "
            + name
            + "=...\".",
        simple.words().isEmpty() ? Optional.empty() : Optional.of(env(process, assignment)));
  }

  private static Fix env(CheckedScript process, Assignment assignment) {
    SourceSpan place = process.source().span(assignment.start(), assignment.start());
    TextEdit edit = new TextEdit(process.placed().file().path(), place, "env ");
    return new Fix("Have \"env\" set the variable", true, List.of(edit));
  }

  private static void keyword(CheckedScript process, Pipeline first, Report report) {
    report.add(
        process.placed().file(),
        process.span(first),
        "\"exec\" takes one program, and \"" + process.quote(first) + "\" is none",
        "The shell gives up with an error, and the job fails. Write it between \"script\" and"
            + " \"end script\".");
  }

  private static void word(CheckedScript process, List<ShellWord> words, Report report) {
    ShellWord first = words.get(0);
    String text = first.literal().orElse("");
    if (KEYWORDS.contains(text) && first.plain()) {
      report.add(
          process.placed().file(),
          process.span(first),
          "\"" + text + "\" is a word of the shell and no program",
          NOT_FOUND + "Write the command between \"script\" and \"end script\".");
    } else if (ONLY_BUILTIN.contains(text)) {
      builtin(process, first, text, report);
    } else if (words.size() == 1 && isWholeCommand(first, text)) {
      quoted(process, first, report);
    }
  }

  private static void builtin(CheckedScript process, ShellWord word, String name, Report report) {
    report.add(
        process.placed().file(),
        process.span(word),
        "\"" + name + "\" is built into the shell and no program",
        NOT_FOUND + instead(name));
  }

  private static String instead(String name) {
    return switch (name) {
      case "cd" -> "Write a stanza \"chdir\" with the folder, and only the program after \"exec\".";
      case "exec" -> "Leave out the second \"exec\".";
      case "ulimit" -> "Write a stanza \"limit\", and only the program after \"exec\".";
      case "umask" -> "Write a stanza \"umask\", and only the program after \"exec\".";
      case "export" -> "Write a stanza \"env\", and only the program after \"exec\".";
      default -> "Write it between \"script\" and \"end script\".";
    };
  }

  private static void quoted(CheckedScript process, ShellWord word, Report report) {
    WordPart quotes = word.parts().get(0);
    String file = process.placed().file().path();
    SourceSpan opening = process.source().span(quotes.start(), quotes.start() + 1);
    SourceSpan closing = process.source().span(quotes.end() - 1, quotes.end());
    report.add(
        process.placed().file(),
        process.span(word),
        "The quotes make one name of the whole command " + process.quote(word),
        NOT_FOUND + "Take the quotes away.",
        Optional.of(
            new Fix(
                "Take the quotes away",
                false,
                List.of(new TextEdit(file, opening, ""), new TextEdit(file, closing, "")))));
  }

  /** A quoted word that begins with a program and goes on with something like an argument. */
  private static boolean isWholeCommand(ShellWord word, String text) {
    String[] pieces = text.strip().split("\\s+", 2);
    boolean quoted =
        word.parts().size() == 1
            && !word.plain()
            && !(word.parts().get(0) instanceof WordPart.Escaped);
    if (!quoted || pieces.length < 2) {
      return false;
    }
    String program = pieces[0].substring(pieces[0].lastIndexOf('/') + 1);
    String next = pieces[1];
    return INTERPRETERS.contains(program)
        || next.startsWith("-")
        || next.startsWith("/")
        || next.indexOf('/') < 0;
  }
}
