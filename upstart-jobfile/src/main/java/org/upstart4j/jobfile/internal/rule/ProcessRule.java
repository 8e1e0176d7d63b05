package org.upstart4j.jobfile.internal.rule;

import org.upstart4j.ProcessType;

/** {@code pre-start exec COMMAND}, {@code pre-start script}. */
final class ProcessRule extends KeywordRule {

  private final ProcessType process;

  ProcessRule(ProcessType process) {
    this.process = process;
    with("exec", new ExecRule(process));
    with("script", new ScriptRule(process));
  }

  @Override
  Change withoutKeyword() {
    return ProcessText.atLeast(process);
  }

  @Override
  public String slot(String name, String secondWord) {
    return process + " process";
  }
}
