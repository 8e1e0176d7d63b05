package org.upstart4j.analysis.internal.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A script for a shell: POSIX, with what bash adds. Reading never fails; what no shell can read is
 * {@linkplain #unreadable() noted}, and the rest is read on. It does not change; a check runs on
 * one thread.
 */
public final class ShellScript {

  private final String text;
  private final Block body;
  private final List<ShellComment> comments;
  private final List<ShellCommand.Unreadable> unreadable;

  // found when they are asked for first, and kept as many rules ask
  private @Nullable List<Occurrence> commands;
  private @Nullable Map<String, ShellCommand.FunctionDefinition> functions;
  private @Nullable ShellVariables variables;

  private ShellScript(String text, Block body, ReadState reading) {
    this.text = text;
    this.body = body;
    this.comments = reading.comments();
    this.unreadable = reading.unreadable();
  }

  /**
   * Reads a script, in time linear in its length.
   *
   * @param text the script, or the command line
   * @return what it says
   */
  public static ShellScript read(String text) {
    return read(text, Text.of(text), 0, text.length());
  }

  static ShellScript read(String whole, Text text, int start, int end) {
    ReadState reading = new ReadState(end - start);
    Readers reader = new ShellReader(new Cursor(text, start, end), reading);
    return new ShellScript(whole, reader.blocks().block(), reading);
  }

  /** {@return the text that offsets belong to} */
  public String text() {
    return text;
  }

  /** {@return the commands} */
  public Block body() {
    return body;
  }

  /** {@return the comments, in the order of the text} */
  public List<ShellComment> comments() {
    return comments;
  }

  /** {@return what cannot be read or is missing, in the order in which it was met} */
  public List<ShellCommand.Unreadable> unreadable() {
    return unreadable;
  }

  /** {@return the text of a part, as it is written} */
  public String written(Node node) {
    return text.substring(node.start(), node.end());
  }

  /** {@return the simple commands in the order of the text, with what lies around them} */
  public List<Occurrence> commands() {
    if (commands == null) {
      commands = CommandWalk.of(body);
    }
    return commands;
  }

  /**
   * Finds what the script may end with: the last command, through branches, groups and functions
   * that are called, and each {@code exit} and {@code exec} before it. Nothing that comes from
   * {@code sh -e} is among them.
   *
   * @return the endings, in the order of the text
   */
  public List<Ending> endings() {
    return EndWalk.of(body, functions());
  }

  /**
   * Finds the first thing for which the shell surely makes a process of its own before it comes to
   * an {@code exec}: a substitution, a pipe, parentheses, {@code &}, a program.
   *
   * @param programsFork whether it makes one for a program, too, as all did before dash 0.5.11;
   *     that uses vfork, which nobody who follows forks sees
   * @return that part, or nothing
   */
  public Optional<Node> forkBeforeExec(boolean programsFork) {
    return ForkWalk.first(body, functions(), programsFork);
  }

  /** {@return the functions by name; of two with one name, the last} */
  public Map<String, ShellCommand.FunctionDefinition> functions() {
    if (functions == null) {
      Map<String, ShellCommand.FunctionDefinition> found = new HashMap<>();
      body.all(ShellCommand.FunctionDefinition.class)
          .forEach(definition -> found.put(definition.name(), definition));
      functions = Map.copyOf(found);
    }
    return functions;
  }

  /** {@return the variables that it sets, exports and uses} */
  public ShellVariables variables() {
    if (variables == null) {
      variables = ShellVariables.of(body, commands());
    }
    return variables;
  }

  /**
   * Reads a word as a script of its own, as the shell does that gets it after {@code -c}. What the
   * outer shell would expand stays as it is written.
   *
   * @param word a word of this script
   * @return the script within it; its offsets belong to the same text
   */
  public ShellScript inside(ShellWord word) {
    Text whole = Text.of(text);
    @Nullable WordPart only = word.parts().size() == 1 ? word.parts().get(0) : null;
    if (only instanceof WordPart.SingleQuoted || only instanceof WordPart.DoubleQuoted) {
      int quote = text.charAt(word.start()) == '\\' ? 2 : 1;
      int start = word.start() + quote;
      int end = Math.max(word.end() - quote, start);
      Text inner =
          whole.unescaped(start, end, only instanceof WordPart.DoubleQuoted ? "\\$`\"" : "");
      return read(text, inner, 0, inner.length());
    }
    return read(text, whole, word.start(), word.end());
  }
}
