package org.upstart4j.jobfile;

import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.ExpectStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;

/**
 * What the job runs: the main process, and those that run before and after it. A part of {@link
 * JobFileBuilder}.
 */
public sealed interface ProcessStanzas extends BuilderPart permits JobFileBuilder {

  /**
   * Sets the command of the main process.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   */
  default JobFileBuilder run(String command) {
    return exec(command);
  }

  /**
   * Sets the script of the main process.
   *
   * @param script the script
   * @return this builder
   */
  default JobFileBuilder run(Script script) {
    return process(ProcessType.MAIN, script);
  }

  /**
   * Sets the command of the main process: {@code exec COMMAND}.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   */
  default JobFileBuilder exec(String command) {
    return process(ProcessType.MAIN, command);
  }

  /**
   * Sets the shell script of the main process.
   *
   * @param text the script, of any number of lines
   * @return this builder
   */
  default JobFileBuilder script(String text) {
    return process(ProcessType.MAIN, Script.shell(text));
  }

  /**
   * Sets a command that runs before the main process is spawned.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   */
  default JobFileBuilder preStart(String command) {
    return process(ProcessType.PRE_START, command);
  }

  /**
   * Sets a script that runs before the main process is spawned.
   *
   * @param script the script
   * @return this builder
   */
  default JobFileBuilder preStart(Script script) {
    return process(ProcessType.PRE_START, script);
  }

  /**
   * Sets a command that runs after the main process was spawned.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   */
  default JobFileBuilder postStart(String command) {
    return process(ProcessType.POST_START, command);
  }

  /**
   * Sets a script that runs after the main process was spawned.
   *
   * @param script the script
   * @return this builder
   */
  default JobFileBuilder postStart(Script script) {
    return process(ProcessType.POST_START, script);
  }

  /**
   * Sets a command that runs before the main process is killed.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   */
  default JobFileBuilder preStop(String command) {
    return process(ProcessType.PRE_STOP, command);
  }

  /**
   * Sets a script that runs before the main process is killed.
   *
   * @param script the script
   * @return this builder
   */
  default JobFileBuilder preStop(Script script) {
    return process(ProcessType.PRE_STOP, script);
  }

  /**
   * Sets a command that runs after the main process has gone.
   *
   * @param command one line, run directly or by the shell
   * @return this builder
   */
  default JobFileBuilder postStop(String command) {
    return process(ProcessType.POST_STOP, command);
  }

  /**
   * Sets a script that runs after the main process has gone.
   *
   * @param script the script
   * @return this builder
   */
  default JobFileBuilder postStop(Script script) {
    return process(ProcessType.POST_STOP, script);
  }

  /**
   * Sets that the main process forks twice: {@code expect daemon}.
   *
   * @return this builder
   */
  default JobFileBuilder expect() {
    return expect(Expect.DAEMON);
  }

  /**
   * Sets how the main process shows that it is ready.
   *
   * @param how how
   * @return this builder
   */
  default JobFileBuilder expect(Expect how) {
    return set(new ExpectStanza(how));
  }

  private JobFileBuilder process(ProcessType process, String command) {
    return set(new ExecStanza(process, command.strip()));
  }

  private JobFileBuilder process(ProcessType process, Script script) {
    return set(new ScriptStanza(process, script.text()));
  }
}
