package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.ShellWord;

/** Finds builtins, and options of them, that dash does not know. */
final class BuiltinBashisms {

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("source", "Write \".\"."),
          Map.entry("declare", "Leave it out, or write \"local\" or \"export\"."),
          Map.entry("typeset", "Leave it out, or write \"local\" or \"export\"."),
          Map.entry("let", "Write \"NAME=$((...))\"."),
          Map.entry("pushd", "Write \"cd\", in parentheses to come back."),
          Map.entry("popd", "Write \"cd\", in parentheses to come back."),
          Map.entry("shopt", "Leave it out, or hand the script to bash."),
          Map.entry("builtin", "Write \"command\", or leave it out."),
          Map.entry("disown", "Write \"nohup\" before the command."),
          Map.entry("mapfile", "Write a loop with \"read\"."),
          Map.entry("readarray", "Write a loop with \"read\"."),
          Map.entry("enable", "Leave it out, or hand the script to bash."),
          Map.entry("coproc", "Use a named pipe."));

  /** Options of builtins, for which dash ends the script. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "read", "-[rp]*[adnNstuie].*",
          "export", "-[fn]+",
          "wait", "-n",
          "exec", "-[acl]+",
          "printf", "-v",
          "ulimit", "-[HS]*[uqiexbkT].*",
          "local", "-[aAilrunx]+",
          "readonly", "-[aAf]+");

  private static final Set<String> TRAPS = Set.of("ERR", "DEBUG", "RETURN");

  private BuiltinBashisms() {}

  static void add(ShellCommand.Simple command, List<Bashism> found) {
    if (command.words().isEmpty()) {
      return;
    }
    String name = command.name().orElse("");
    switch (name) {
      case "[", "test" -> test(command, found);
      case "echo" -> echo(command, found);
      case "trap", "kill" -> signals(name, command, found);
      case "set" -> set(command, found);
      default -> other(name, command, found);
    }
  }

  private static void other(String name, ShellCommand.Simple command, List<Bashism> found) {
    String instead = INSTEAD.get(name);
    ShellWord word = command.words().get(0);
    if (instead != null) {
      Bashism bashism = Bashism.stopping(command, "\"" + name + "\"", instead);
      found.add(name.equals("source") ? bashism.replacing(word.start(), word.end(), ".") : bashism);
      return;
    }
    String options = OPTIONS.get(name);
    if (options != null && command.words().size() > 1) {
      command
          .words()
          .get(1)
          .literal()
          .filter(text -> text.matches(options))
          .ifPresent(
              text ->
                  found.add(
                      Bashism.stopping(
                          command,
                          "\"" + name + " " + text + "\"",
                          "Do without the option, or hand the script to bash.")));
    }
  }

  private static void test(ShellCommand.Simple command, List<Bashism> found) {
    for (ShellWord word : command.words()) {
      if (word.plain() && word.is("==")) {
        found.add(
            Bashism.of(
                    word,
                    "dash has no \"==\" in \"[ ]\"",
                    "the test fails with \"unexpected operator\" whatever the values are",
                    "Write \"=\".")
                .replacing(word.start(), word.end(), "="));
      } else if (word.plain() && word.is("=~")) {
        found.add(Bashism.stopping(word, "\"=~\"", "Use \"case\", \"expr\" or \"grep\"."));
      }
    }
  }

  private static void echo(ShellCommand.Simple command, List<Bashism> found) {
    if (command.words().size() > 1
        && command.words().get(1).literal().filter(t -> t.matches("-(e|ne|en|E)")).isPresent()) {
      ShellWord option = command.words().get(1);
      found.add(
          Bashism.of(
              option,
              "\"echo\" of dash prints \"" + option.literal().orElse("") + "\"",
              "the option is part of the output",
              "Leave it out, as dash's \"echo\" reads backslashes anyway, or use \"printf\"."));
    }
  }

  private static void signals(String name, ShellCommand.Simple command, List<Bashism> found) {
    boolean kill = name.equals("kill");
    for (int i = 1; i < command.words().size(); i++) {
      ShellWord word = command.words().get(i);
      String text = word.literal().orElse("");
      boolean signal =
          kill ? i == 1 && text.matches("-SIG[A-Z0-9]+") : text.matches("SIG[A-Z0-9]+");
      boolean afterS = kill && text.matches("SIG[A-Z0-9]+") && command.words().get(i - 1).is("-s");
      if (i > 1 && !kill && TRAPS.contains(text)) {
        found.add(Bashism.stopping(word, "trap on " + text, "Use EXIT, or test each command."));
      } else if (signal || afterS) {
        String plain = text.replaceFirst("SIG", "");
        found.add(
            Bashism.stopping(
                    word, "signals with \"SIG\" before their name", "Write \"" + plain + "\".")
                .replacing(word.start(), word.end(), plain));
      }
    }
  }

  private static void set(ShellCommand.Simple command, List<Bashism> found) {
    List<ShellWord> words = command.words();
    for (int i = 2; i < words.size(); i++) {
      boolean option =
          words.get(i - 1).literal().filter(t -> t.matches("[-+][a-zA-Z]*o")).isPresent();
      if (option && words.get(i).is("pipefail")) {
        found.add(
            Bashism.stopping(
                words.get(i), "\"pipefail\"", "Do without it, or hand the script to bash."));
      }
    }
  }
}
