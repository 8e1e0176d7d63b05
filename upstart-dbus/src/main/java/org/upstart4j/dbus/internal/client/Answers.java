package org.upstart4j.dbus.internal.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartError;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.MessageType;

/** Turns an answer into the result of a request, or into the exception that it stands for. */
final class Answers {

  private Answers() {}

  /** Waits for an answer, and reads it. */
  static <T extends @Nullable Object> T await(
      DbusRequest request,
      CompletableFuture<Incoming> answer,
      Deadline deadline,
      Function<List<Object>, T> read) {
    try {
      return read(request, deadline.await(answer, request.toString()), read);
    } finally {
      // nobody waits for an answer that comes too late
      answer.cancel(false);
    }
  }

  /** Returns what an answer says, or throws what it complains about. */
  static <T extends @Nullable Object> T read(
      DbusRequest request, Incoming answer, Function<List<Object>, T> read) {
    if (answer.type() == MessageType.ERROR) {
      throw request.errors().apply(new UpstartError(answer.errorName(), answer.text()));
    }
    try {
      return read.apply(answer.arguments());
    } catch (ClassCastException | IndexOutOfBoundsException | IllegalArgumentException rubbish) {
      throw answer.unexpected(request.toString());
    }
  }
}
