package org.upstart4j.cli.shell;

import java.util.List;
import java.util.function.Supplier;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Parameter;

/** {@code upstart completion}: the script with which a shell completes words. */
public final class CompletionCommand {

  private CompletionCommand() {}

  /** What the command takes. */
  public static CommandForm form(Supplier<List<CliCommand>> commands) {
    return CommandForm.of(call -> run(call, commands.get()))
        .taking(Parameter.one("bash|zsh", "the shell").oneOf(List.of("bash", "zsh")))
        .noting(
            "In bash: . <(upstart completion bash)",
            "In zsh, after compinit: . <(upstart completion zsh)");
  }

  private static int run(Invocation call, List<CliCommand> commands) {
    String script =
        switch (call.word(0)) {
          case "bash" -> Completion.bash(commands);
          case "zsh" -> Completion.zsh(commands);
          default -> throw new Misuse("there is completion for bash and zsh only");
        };
    call.out().print(script);
    return 0;
  }
}
