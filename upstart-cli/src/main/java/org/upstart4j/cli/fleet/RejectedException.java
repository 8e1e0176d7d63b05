package org.upstart4j.cli.fleet;

/** A host is left as it is, as its job's files do not pass the check. */
final class RejectedException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final transient Rejected answer;

  RejectedException(Rejected answer) {
    super(answer.text());
    this.answer = answer;
  }

  /** What is told of the host. */
  Rejected answer() {
    return answer;
  }
}
