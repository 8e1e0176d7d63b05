package org.upstart4j.initctl.internal;

/** A program printed more than it may. */
public final class TooMuchOutputException extends Exception {

  private static final long serialVersionUID = 1L;

  TooMuchOutputException() {
    super("Too much output");
  }
}
