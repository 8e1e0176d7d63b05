package org.upstart4j.analysis.internal.rule;

import static org.upstart4j.analysis.internal.rule.TrackedShell.THE_SHELL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.internal.shell.Builtins;
import org.upstart4j.analysis.internal.shell.Ending;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.Pipeline;
import org.upstart4j.analysis.internal.shell.ProgramCall;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.ShellScript;
import org.upstart4j.analysis.internal.shell.ShellWord;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.version.Feature;

/** Finds what waits for the service instead of being it. */
final class TrackedShells {

  private static final String WRITE_EXEC = "Write \"exec\" in front of the command.";

  private final boolean setuid;
  private final boolean consoleLog;

  TrackedShells(Target target) {
    setuid = target.version().has(Feature.SETUID);
    consoleLog = target.version().has(Feature.CONSOLE_LOG);
  }

  /** A command is run with exec, but that only holds for the first one of a pipeline alone. */
  List<TrackedShell> ofCommand(ShellScript script) {
    if (script.body().statements().size() != 1) {
      return List.of();
    }
    List<Pipeline> pipelines = script.body().statements().get(0).pipelines();
    Pipeline first = pipelines.get(0);
    if (script.body().statements().get(0).background()) {
      return List.of();
    }
    if (first.commands().size() > 1) {
      return piped(first).stream().toList();
    }
    return first.last() instanceof ShellCommand.Simple simple
        ? behind(script, simple, false)
        : List.of();
  }

  /**
   * Those of a script.
   *
   * @param replaced whether its shell gives itself to a simple command that it is all of
   */
  List<TrackedShell> ofScript(ShellScript script, String keeper, boolean replaced) {
    if (script.commands().stream().anyMatch(o -> o.command().runs("trap"))) {
      return List.of();
    }
    boolean alone = replaced && isSimple(script);
    List<TrackedShell> found = new ArrayList<>();
    for (Ending ending : script.endings()) {
      if (ending.background() || !isLast(ending)) {
        continue;
      }
      if (ending.piped()) {
        piped(ending.pipeline()).ifPresent(found::add);
      } else if (ending.command() instanceof ShellCommand.Simple simple) {
        if (Builtins.isExec(simple) || alone) {
          found.addAll(behind(script, simple, false));
        } else {
          found.addAll(waitedFor(script, keeper, simple));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean isSimple(ShellScript script) {
    return script.body().statements().size() == 1
        && script.body().statements().get(0).pipelines().size() == 1
        && script.body().statements().get(0).pipelines().get(0).last()
            instanceof ShellCommand.Simple simple
        && simple.redirections().isEmpty();
  }

  private static boolean isLast(Ending ending) {
    List<Pipeline> all = ending.statement().pipelines();
    return ending.pipeline().equals(all.get(all.size() - 1))
        && ending.pipeline().join() != Pipeline.Join.OR
        && !ending.pipeline().negated();
  }

  private List<TrackedShell> waitedFor(
      ShellScript script, String keeper, ShellCommand.Simple simple) {
    Optional<ProgramCall> call = ProgramCall.of(simple);
    if (call.isEmpty() || Builtins.contains(simple.name().orElse("")) || ends(call.get())) {
      return List.of();
    }
    if (call.get().wrappers().contains("sudo") || call.get().name().equals("su")) {
      List<TrackedShell> behind = behind(script, simple, true);
      if (!behind.isEmpty()) {
        return behind;
      }
    }
    return List.of(new TrackedShell(keeper, simple, WRITE_EXEC, List.of(simple.words().get(0))));
  }

  /** Those that a program has to which the shell gave itself. */
  private List<TrackedShell> behind(
      ShellScript script, ShellCommand.Simple simple, boolean unexecuted) {
    Optional<ProgramCall> call = ProgramCall.of(simple);
    if (call.isEmpty() || ends(call.get())) {
      return List.of();
    }
    Optional<ShellWord> word = call.get().scriptWord();
    boolean sudo = call.get().wrappers().contains("sudo");
    if (word.isPresent()) {
      return inner(script, simple, call.get(), word.get(), unexecuted);
    }
    return sudo && !call.get().name().isEmpty() ? List.of(sudo(simple, unexecuted)) : List.of();
  }

  private String setuid(String program) {
    return setuid
        ? "Write a stanza \"setuid\" with the user, and the command without " + program + "."
        : "Write " + Feature.SETUID.instead().orElse("the command without " + program) + ".";
  }

  private TrackedShell sudo(ShellCommand.Simple simple, boolean unexecuted) {
    return new TrackedShell(unexecuted ? THE_SHELL : "sudo", simple, setuid("sudo"), List.of());
  }

  private List<TrackedShell> inner(
      ShellScript script,
      ShellCommand.Simple simple,
      ProgramCall call,
      ShellWord word,
      boolean unexecuted) {
    String name = call.name();
    String keeper = name.equals("su") || name.equals("runuser") ? name : THE_SHELL;
    boolean bash = name.equals("bash");
    List<TrackedShell> found = new ArrayList<>();
    for (TrackedShell inner : ofScript(script.inside(word), keeper, bash)) {
      List<Node> places = new ArrayList<>(inner.places());
      if (unexecuted) {
        places.add(0, simple.words().get(0));
      }
      String outer = unexecuted ? THE_SHELL : inner.keeper();
      boolean user = outer.equals(keeper) && !outer.equals(THE_SHELL);
      found.add(
          new TrackedShell(outer, inner.service(), user ? setuid(name) : inner.instead(), places));
    }
    return found;
  }

  /** Whether nothing of the program is left to be waited for. */
  private static boolean ends(ProgramCall call) {
    return ShortLived.is(call) || Daemons.backgroundOption(call).isPresent();
  }

  /** A pipeline whose first command is the service. */
  private Optional<TrackedShell> piped(Pipeline pipeline) {
    boolean simple = pipeline.commands().stream().allMatch(c -> c instanceof ShellCommand.Simple);
    if (!simple) {
      return Optional.empty();
    }
    ShellCommand.Simple first = (ShellCommand.Simple) pipeline.commands().get(0);
    return ProgramCall.of(first)
        .filter(call -> !Builtins.contains(first.name().orElse("")) || Builtins.isExec(first))
        .filter(call -> !ends(call))
        .map(
            call ->
                new TrackedShell(
                    THE_SHELL,
                    first,
                    consoleLog
                        ? "Leave the pipe out: \"console log\" keeps the output."
                        : "Leave the pipe out, and write the output into a file.",
                    List.of()));
  }
}
