package org.upstart4j.dbus.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.upstart4j.UpstartUnavailableException;

/** The calls of a connection that wait for their answers. Thread-safe. */
final class Calls {

  private final Map<Long, CompletableFuture<Incoming>> waiting = new ConcurrentHashMap<>();

  int count() {
    return waiting.size();
  }

  /** Returns the answer to a call that is about to be sent. If cancelled, it is forgotten. */
  CompletableFuture<Incoming> add(long serial) {
    CompletableFuture<Incoming> answer = new Answer(serial);
    waiting.put(serial, answer);
    return answer;
  }

  /** Gives an answer to who waits for it, on this thread. */
  void answer(Incoming message) {
    CompletableFuture<Incoming> call = waiting.remove(message.replySerial());
    if (call != null) {
      call.complete(message);
    }
  }

  /** No answers come any more. */
  void end(UpstartUnavailableException reason) {
    for (Long serial : List.copyOf(waiting.keySet())) {
      CompletableFuture<Incoming> call = waiting.remove(serial);
      if (call != null) {
        call.completeExceptionally(reason);
      }
    }
  }

  /** An answer that is waited for, unless it is cancelled. */
  private final class Answer extends CompletableFuture<Incoming> {

    private final long serial;

    Answer(long serial) {
      this.serial = serial;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      waiting.remove(serial);
      return super.cancel(mayInterruptIfRunning);
    }
  }
}
