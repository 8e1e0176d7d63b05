package org.upstart4j.cli.shell;

import java.util.concurrent.Callable;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart completion}: the script with which a shell completes words. */
public final class CompletionCommand implements Callable<Integer> {

  private final PositionalParamSpec shell = Specs.one(0, "bash|zsh", "The shell.");

  private final CommandSpec spec =
      Specs.command("completion", this, "Print a script that completes words in a shell.")
          .addPositional(shell);

  private CompletionCommand() {
    spec.usageMessage()
        .footer(
            "",
            "bash: . <(upstart completion bash)",
            "zsh:  . <(upstart completion zsh), after compinit");
  }

  /** Describes the command. */
  public static CommandSpec spec() {
    return new CompletionCommand().spec;
  }

  @Override
  public Integer call() {
    Console console = new Console(spec);
    CommandLine program = spec.root().commandLine();
    String script =
        switch (shell.<String>getValue()) {
          case "bash" -> Completion.bash(program);
          case "zsh" -> Completion.zsh(program);
          default -> throw console.usage("there is completion for bash and zsh only");
        };
    console.out().print(script);
    return 0;
  }
}
