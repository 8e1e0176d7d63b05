package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a command runs in the end, behind programs that only run another one.
 *
 * @param name the program, without its path, or nothing if it is not constant
 * @param words the program and its arguments
 * @param wrappers the programs before it, for example {@code sudo}
 */
public record ProgramCall(String name, List<ShellWord> words, List<String> wrappers) {

  private static final Set<String> WRAPPERS =
      Set.of(
          "exec",
          "command",
          "builtin",
          "sudo",
          "env",
          "nohup",
          "nice",
          "ionice",
          "setsid",
          "timeout",
          "time",
          "stdbuf",
          "chrt",
          "authbind",
          "setuidgid",
          "chpst",
          "chroot",
          "gosu");

  /** The options of wrappers that take the next word. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "sudo -u",
          "sudo -g",
          "sudo -p",
          "sudo -C",
          "sudo -r",
          "sudo -t",
          "sudo -h",
          "nice -n",
          "ionice -c",
          "ionice -n",
          "ionice -p",
          "env -u",
          "timeout -s",
          "timeout -k",
          "stdbuf -i",
          "stdbuf -o",
          "stdbuf -e",
          "exec -a",
          "chpst -u",
          "chpst -U",
          "chpst -e",
          "sudo --user",
          "sudo --group");

  /** Programs that take a script behind {@code -c}. */
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "su", "runuser");

  /** Wrappers whose first argument is no program. */
  private static final Set<String> WITH_ARGUMENT =
      Set.of("bundle", "timeout", "chroot", "setuidgid", "chrt", "gosu");

  public ProgramCall {
    words = List.copyOf(words);
    wrappers = List.copyOf(wrappers);
  }

  /** {@return what a command runs; nothing if it has no words} */
  public static Optional<ProgramCall> of(ShellCommand.Simple command) {
    return of(command.words());
  }

  private static Optional<ProgramCall> of(List<ShellWord> words) {
    List<String> wrappers = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      String name = program(words.get(at));
      boolean bundled =
          name.equals("bundle") && at + 1 < words.size() && words.get(at + 1).is("exec");
      if (!WRAPPERS.contains(name) && !bundled) {
        return Optional.of(new ProgramCall(name, words.subList(at, words.size()), wrappers));
      }
      wrappers.add(name);
      at = behind(name, words, at + 1);
    }
    return Optional.empty();
  }

  /** {@return the name of a program without its path} */
  static String program(ShellWord word) {
    String text = word.literal().orElse("");
    return text.substring(text.lastIndexOf('/') + 1);
  }

  private static int behind(String wrapper, List<ShellWord> words, int start) {
    int at = start;
    while (at < words.size() && isOption(wrapper, words.get(at))) {
      boolean last = words.get(at).is("--");
      at += WITH_VALUE.contains(wrapper + " " + words.get(at).literal().orElse("")) ? 2 : 1;
      if (last) {
        break;
      }
    }
    return Math.min(at + (WITH_ARGUMENT.contains(wrapper) ? 1 : 0), words.size());
  }

  private static boolean isOption(String wrapper, ShellWord word) {
    boolean assigns = wrapper.equals("env") || wrapper.equals("sudo");
    return word.parts().stream()
        .findFirst()
        .filter(WordPart.Literal.class::isInstance)
        .map(part -> ((WordPart.Literal) part).text())
        .filter(text -> text.startsWith("-") || (assigns && text.indexOf('=') > 0))
        .isPresent();
  }

  /** {@return the words behind the program that are no options} */
  public List<ShellWord> operands() {
    return words.stream().skip(1).filter(word -> !isOption("", word)).toList();
  }

  /**
   * Finds the word that a shell is given to run: {@code sh -c WORD}, {@code su USER -c WORD}.
   *
   * @return the word
   */
  public Optional<ShellWord> scriptWord() {
    boolean shell = SHELLS.contains(name);
    for (int i = 1; shell && i + 1 < words.size(); i++) {
      String option = words.get(i).literal().orElse("");
      if (option.matches("-[a-z]*c|--command")) {
        return Optional.of(words.get(i + 1));
      }
    }
    return Optional.empty();
  }
}
