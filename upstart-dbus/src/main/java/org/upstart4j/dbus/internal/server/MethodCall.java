package org.upstart4j.dbus.internal.server;

import java.io.FileDescriptor;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.upstart4j.Environment;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.Outgoing;

/** A method call, and the way back to the caller. */
final class MethodCall {

  private static final Logger LOG = LoggerFactory.getLogger(MethodCall.class);

  private final Incoming message;
  private final boolean isOwner;
  private final Consumer<Outgoing> back;
  private final Predicate<Throwable> gone;

  /**
   * Takes a call.
   *
   * @param message the call
   * @param isOwner whether the caller may do what concerns more than a job: emit events, reload and
   *     so on
   * @param back takes the answer, on any thread
   * @param gone which failures mean that the object is gone
   */
  MethodCall(
      Incoming message, boolean isOwner, Consumer<Outgoing> back, Predicate<Throwable> gone) {
    this.message = message;
    this.isOwner = isOwner;
    this.back = back;
    this.gone = gone;
  }

  Incoming message() {
    return message;
  }

  Object argument(int index) {
    return message.arguments().get(index);
  }

  String text(int index) {
    return (String) argument(index);
  }

  boolean flag(int index) {
    return (Boolean) argument(index);
  }

  /** An argument of type {@code as}. */
  List<String> texts(int index) {
    return ((List<?>) argument(index)).stream().map(String.class::cast).toList();
  }

  /** An argument of type {@code as} that holds variables. */
  Environment environment(int index) {
    List<String> entries = texts(index);
    for (String entry : entries) {
      if (entry.indexOf('=') < 0) {
        throw invalid("Env must be KEY=VALUE pairs");
      }
    }
    return Environment.parse(entries);
  }

  /** An argument of type {@code h}, which is the caller's to close from now on. */
  FileDescriptor takeFile(int index) {
    long number = (Long) argument(index);
    if (number >= message.files().size()) {
      throw invalidArguments();
    }
    return message.files().remove((int) number);
  }

  static UnexpectedErrorException invalid(String text) {
    return new UnexpectedErrorException(new UpstartError(UpstartError.DBUS + "InvalidArgs", text));
  }

  /** The error for arguments of the wrong types. */
  UnexpectedErrorException invalidArguments() {
    return invalid("Invalid arguments to " + message.member() + " method");
  }

  /**
   * Makes sure that the caller may do this.
   *
   * @param what what it is, as Upstart's refusal ends
   */
  void permit(String what) {
    if (!isOwner) {
      throw new PermissionDeniedException("You do not have permission to " + what);
    }
  }

  void reply() {
    reply("");
  }

  void reply(String signature, Object... values) {
    if (message.wantsReply()) {
      back.accept(Outgoing.reply(message, signature, values));
    }
  }

  /** Answers when something is done, or has failed. */
  <T> void when(CompletionStage<T> stage, Consumer<T> answer) {
    stage.whenComplete(
        (done, failure) -> {
          if (failure == null) {
            answer.accept(done);
          } else {
            fail(unwrap(failure));
          }
        });
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /** Answers with what went wrong. */
  void fail(Throwable failure) {
    if (gone.test(failure) || failure instanceof UnsupportedCapabilityException) {
      unknown();
    } else if (failure instanceof UpstartException known && known.error().isPresent()) {
      fail(known.error().get());
    } else {
      // its text may quote variables, whose values may be secret
      LOG.atLevel(isOfTheEnd(failure) ? Level.DEBUG : Level.WARN)
          .log("{} has failed: {}", message, failure.getClass().getName());
      LOG.trace("{} has failed", message, failure);
      fail(new UpstartError(UpstartError.DBUS + "Failed", String.valueOf(failure.getMessage())));
    }
  }

  /** That an Upstart is closed, or can't be reached, is no fault of the call or the server. */
  private static boolean isOfTheEnd(Throwable failure) {
    return failure instanceof UpstartUnavailableException;
  }

  void fail(UpstartError error) {
    back.accept(Outgoing.error(message, error.name(), error.text()));
  }

  /** Answers that there is no such method, as where there is no object. */
  void unknown() {
    fail(
        new UpstartError(
            UpstartError.DBUS + "UnknownMethod",
            "Method \"%s\" with signature \"%s\" on interface \"%s\" doesn't exist\n"
                .formatted(
                    message.member(),
                    message.signature(),
                    message.interfaceName() == null ? "(null)" : message.interfaceName())));
  }
}
