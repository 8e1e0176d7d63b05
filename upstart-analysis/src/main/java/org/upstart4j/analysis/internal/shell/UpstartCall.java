package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of Upstart in a script: {@code initctl emit NAME}, {@code start NAME} and the like.
 *
 * @param verb {@code emit}, {@code start}, {@code stop}, {@code restart}, {@code reload}, {@code
 *     status} or {@code set-env}
 * @param name the word with the event or the job
 * @param arguments the words behind it
 * @param waits whether it waits until all is done
 */
public record UpstartCall(String verb, ShellWord name, List<ShellWord> arguments, boolean waits) {

  private static final Set<String> VERBS =
      Set.of("emit", "start", "stop", "restart", "reload", "status", "set-env");

  public UpstartCall {
    arguments = List.copyOf(arguments);
  }

  /**
   * Finds the calls in a script, also in those that it gives to other shells as a word.
   *
   * @param script the script
   * @return the calls, in the order of the text
   */
  public static List<UpstartCall> of(ShellScript script) {
    List<UpstartCall> calls = new ArrayList<>();
    add(script, calls, 0);
    return List.copyOf(calls);
  }

  private static void add(ShellScript script, List<UpstartCall> calls, int depth) {
    for (Occurrence occurrence : script.commands()) {
      Optional<ProgramCall> invocation = ProgramCall.of(occurrence.command());
      invocation.flatMap(UpstartCall::of).ifPresent(calls::add);
      if (depth < ReadState.DEEPEST) {
        invocation
            .flatMap(ProgramCall::scriptWord)
            .map(script::inside)
            .ifPresent(inner -> add(inner, calls, depth + 1));
      }
    }
  }

  /** {@return the call that a command is, if it is one} */
  public static Optional<UpstartCall> of(ProgramCall invocation) {
    List<ShellWord> words = new ArrayList<>(invocation.words());
    if (invocation.name().equals("initctl")) {
      words.remove(0);
    } else if (invocation.name().equals("emit")) {
      return Optional.empty();
    }
    boolean waits = !words.removeIf(word -> word.is("-n") || word.is("--no-wait"));
    words.removeIf(word -> word.literal().filter(text -> text.startsWith("-")).isPresent());
    if (words.size() < 2 || !VERBS.contains(ProgramCall.program(words.get(0)))) {
      return Optional.empty();
    }
    String verb = ProgramCall.program(words.get(0));
    return Optional.of(new UpstartCall(verb, words.get(1), words.subList(2, words.size()), waits));
  }
}
