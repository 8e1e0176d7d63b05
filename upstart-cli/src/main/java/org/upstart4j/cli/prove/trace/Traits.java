package org.upstart4j.cli.prove.trace;

/** Names of what is known of a process. */
final class Traits {

  static final String IGNORED = "ignored signals";
  static final String OUTPUT = "standard output";
  static final String ERRORS = "standard error";
  static final String RESIDENT_SET = "limit resident set";

  private Traits() {}
}
