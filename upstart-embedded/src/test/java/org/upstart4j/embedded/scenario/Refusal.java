package org.upstart4j.embedded.scenario;

import java.util.function.Supplier;

/** What initctl or Upstart says of an argument that the ports don't even take. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refusal(String text) {
    super(text);
  }

  static Refusal missing(String what) {
    return new Refusal("missing " + what + "\nTry `initctl --help' for more information.");
  }

  /** Does something; if a port finds an argument wrong, that text is what Upstart would say. */
  static <T> T unless(Supplier<T> action, String text) {
    try {
      return action.get();
    } catch (IllegalArgumentException wrong) {
      Refusal refusal = new Refusal(text);
      refusal.initCause(wrong);
      throw refusal;
    }
  }
}
