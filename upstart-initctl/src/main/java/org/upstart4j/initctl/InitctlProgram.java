package org.upstart4j.initctl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.Session;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.initctl.internal.CommandWords;
import org.upstart4j.initctl.internal.ErrorOutput;
import org.upstart4j.initctl.internal.SessionOutput;

/** Asks Upstart through the program initctl. Thread-safe. */
final class InitctlProgram implements AutoCloseable {

  /** What initctl reads from its environment, and must not inherit from ours. */
  private static final List<String> OURS =
      List.of("UPSTART_SESSION", "UPSTART_JOB", "UPSTART_INSTANCE");

  private static final int SHOWN = 200;

  /** Exit statuses of programs that run others: it can't be run, it isn't there. */
  private static final Set<Integer> NOT_RUN = Set.of(126, 127);

  private static final int SIGNALS_FROM = 128;

  private final String transport;
  private final CommandRunner runner;
  private final String program;
  private final Supplier<InitctlTarget> target;
  private final Wait limit;
  private final Workers workers;

  InitctlProgram(
      String transport,
      CommandRunner runner,
      String program,
      Function<InitctlProgram, InitctlTarget> target,
      Wait limit) {
    this.transport = transport;
    this.runner = runner;
    this.program = program;
    this.target = () -> target.apply(this);
    this.limit = limit;
    this.workers = new Workers(transport);
  }

  String transport() {
    return transport;
  }

  /** How long to wait for answers that don't depend on jobs. */
  Wait limit() {
    return limit;
  }

  /** How long to wait for the answer to a command that waits for jobs for so long. */
  Wait answering(Wait wait) {
    return wait.waits() ? wait : limit;
  }

  /** How long to wait for an answer that doesn't depend on jobs, while a deadline runs. */
  Wait within(Deadline deadline) {
    Wait left = deadline.remaining();
    return left.limit().isPresent() && isShorter(left) ? left : limit;
  }

  private boolean isShorter(Wait left) {
    return left.limit().orElseThrow().compareTo(limit.limit().orElseThrow()) < 0;
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param read makes the result from what was printed
   */
  <T extends @Nullable Object> T ask(InitctlRequest request, Wait wait, Function<String, T> read) {
    return workers.call(() -> run(request, wait, read), request.toString());
  }

  /** Asks for what Upstart answers at once. */
  <T extends @Nullable Object> T ask(InitctlRequest request, Function<String, T> read) {
    return ask(request, limit, read);
  }

  /** Tells Upstart to do something that it does at once. */
  void tell(InitctlRequest request) {
    tell(request, limit);
  }

  /** Tells Upstart to do something. */
  void tell(InitctlRequest request, Wait wait) {
    this.<@Nullable Void>ask(request, wait, output -> null);
  }

  /** Does work that asks, without waiting for it. */
  <T extends @Nullable Object> CompletableFuture<T> later(Supplier<T> work) {
    return workers.later(work);
  }

  private <T extends @Nullable Object> T run(
      InitctlRequest request, Wait wait, Function<String, T> read) {
    return run(target.get(), request, wait, read);
  }

  /** Asks for the user's sessions, which works without reaching an Upstart. */
  List<Session> sessions() {
    return workers.call(this::sessionsHere, "list-sessions");
  }

  /** The same on this thread. */
  List<Session> sessionsHere() {
    try {
      return run(
          InitctlTarget.DEFAULT, InitctlRequest.of("list-sessions"), limit, SessionOutput::parse);
    } catch (UnexpectedErrorException failure) {
      if (SessionOutput.saysNone(String.valueOf(failure.getMessage()))) {
        return List.of();
      }
      throw failure;
    }
  }

  private <T extends @Nullable Object> T run(
      InitctlTarget reached, InitctlRequest request, Wait wait, Function<String, T> read) {
    CommandResult result = runner.run(command(request, reached), Deadline.of(wait));
    if (result.status() != 0) {
      throw failure(request, result);
    }
    try {
      return read.apply(result.output());
    } catch (IllegalArgumentException rubbish) {
      throw unexpected(request + " was answered with " + shown(result.output()));
    }
  }

  private Command command(InitctlRequest request, InitctlTarget reached) {
    List<String> words = new ArrayList<>();
    words.add(program);
    words.addAll(reached.options());
    words.addAll(request.words());
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("LC_ALL", "C");
    variables.putAll(reached.variables());
    variables.putAll(request.variables());
    Set<String> unset = new LinkedHashSet<>(OURS);
    unset.removeAll(variables.keySet());
    return new Command(words, variables, unset, Command.DEFAULT_OUTPUT_LIMIT);
  }

  private UpstartException failure(InitctlRequest request, CommandResult result) {
    String text = ErrorOutput.text(program, result.errors());
    if (ErrorOutput.saysNoConnection(text)) {
      return new UpstartUnavailableException(text, null);
    }
    if (request.capability() != null && ErrorOutput.saysUnknownCommand(text)) {
      return new UnsupportedCapabilityException(
          request.capability(), "this initctl is too old for it: " + text);
    }
    if (NOT_RUN.contains(result.status())) {
      return new UpstartUnavailableException(program + " can't be run: " + text, null);
    }
    return ErrorOutput.error(text)
        .map(request.errors())
        .orElseGet(() -> unexpected(request + ended(result.status()) + said(text)));
  }

  private String ended(int status) {
    return status > SIGNALS_FROM
        ? " was ended by signal " + (status - SIGNALS_FROM) + " (exit status " + status + ")"
        : " failed with exit status " + status;
  }

  private static String said(String text) {
    return text.isEmpty() ? " and said nothing" : " and said " + shown(text);
  }

  /** What initctl prints may hold variables, whose values may be secret. */
  private static String shown(String text) {
    String shown = text.lines().map(CommandWords::withoutValue).collect(Collectors.joining("\n"));
    return '"' + (shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "...") + '"';
  }

  private UnexpectedErrorException unexpected(String text) {
    return new UnexpectedErrorException(
        new UpstartError(UpstartError.DBUS + "Failed", transport + ": " + text));
  }

  @Override
  public void close() {
    workers.close();
    runner.close();
  }
}
