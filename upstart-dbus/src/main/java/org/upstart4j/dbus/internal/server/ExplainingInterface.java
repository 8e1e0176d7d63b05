package org.upstart4j.dbus.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.upstart4j.Upstart;
import org.upstart4j.spi.Explaining;

/**
 * What an Upstart of this project says beyond Upstart's own errors, which stay as they are: why a
 * job is unknown, and what was logged. It is not described to clients, so that they see what the
 * real one shows them.
 */
final class ExplainingInterface {

  private ExplainingInterface() {}

  static void handle(Upstart upstart, MethodCall call) {
    if (!(upstart instanceof Explaining explaining)) {
      call.unknown();
      return;
    }
    switch (call.message().member() + " " + call.message().signature()) {
      case "ExplainUnknownJob s" -> {
        // what it says may be a part of a file that not everybody may read
        call.permit("request state");
        String job = call.text(0);
        answer(call, "s", () -> explaining.explainUnknown(job).orElse(""));
      }
      case "GetRejectedJobs " -> {
        call.permit("request state");
        answer(call, "a{ss}", explaining::rejectedJobs);
      }
      case "GetMessages " -> {
        call.permit("request state");
        answer(call, "a(xs)", () -> messages(explaining));
      }
      case "GetFailures " -> {
        call.permit("request state");
        answer(call, "a{ss}", explaining::failures);
      }
      case "IsBooting " -> {
        call.permit("request state");
        answer(call, "b", explaining::isBooting);
      }
      case "GetLogFolder " -> {
        call.permit("request state");
        answer(call, "s", () -> explaining.logFolder().orElse(""));
      }
      default -> call.unknown();
    }
  }

  private static List<List<Object>> messages(Explaining explaining) {
    return explaining.messages().stream()
        .map(message -> List.<Object>of(micros(message.ago()), message.text()))
        .toList();
  }

  private static long micros(Duration time) {
    return TimeUnit.MICROSECONDS.convert(time);
  }

  /** Answers on a thread of its own, as this reads files, or much of what was logged. */
  private static void answer(MethodCall call, String signature, Supplier<Object> work) {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    call.when(answer, value -> call.reply(signature, value));
    CompletableFuture<Void> unused =
        Later.run(() -> answer.complete(work.get()))
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    answer.completeExceptionally(failure);
                  }
                });
  }
}
