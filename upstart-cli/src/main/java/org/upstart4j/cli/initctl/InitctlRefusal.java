package org.upstart4j.cli.initctl;

/** Something that Upstart would answer with an error, seen before it is asked. */
final class InitctlRefusal extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  InitctlRefusal(String message) {
    super(message);
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
