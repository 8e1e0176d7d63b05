package org.upstart4j.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.initctl.Command;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.initctl.CommandRunner;

/** Runs programs in a container, through the engine: the program {@code docker} is not needed. */
final class ContainerPrograms implements CommandRunner {

  private static final Duration PAUSE = Duration.ofMillis(10);

  private final DockerClient engine;
  private final String container;

  ContainerPrograms(DockerClient engine, String container) {
    this.engine = engine;
    this.container = container;
  }

  @Override
  public CommandResult run(Command command, Deadline deadline) {
    try (Output output = new Output(command)) {
      String run =
          engine
              .execCreateCmd(container)
              .withAttachStdout(true)
              .withAttachStderr(true)
              .withCmd(command.asWords().words().toArray(String[]::new))
              .exec()
              .getId();
      engine.execStartCmd(run).exec(output);
      deadline.await(output.ended, command.toString());
      return new CommandResult(
          status(run, command, deadline), text(output.output), text(output.errors));
    } catch (UpstartException known) {
      throw known;
    } catch (BadRequestException missing) {
      throw new UpstartUnavailableException(
          "there is no program \"" + command.words().get(0) + "\" in the container", missing);
    } catch (IOException | RuntimeException failure) {
      throw new UpstartUnavailableException(
          command + " can't be run in the container: " + failure.getMessage(), failure);
    }
  }

  /** The engine may learn a little later that the program has ended. */
  private int status(String run, Command command, Deadline deadline) {
    @Nullable Long status = engine.inspectExecCmd(run).exec().getExitCodeLong();
    while (status == null) {
      deadline.sleep(PAUSE, command.toString());
      status = engine.inspectExecCmd(run).exec().getExitCodeLong();
    }
    return status.intValue();
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "in the container " + container.substring(0, Math.min(12, container.length()));
  }

  /** What a program prints, read on a thread of the engine's client. */
  private static final class Output extends ResultCallbackTemplate<Output, Frame> {

    final ByteArrayOutputStream output = new ByteArrayOutputStream();
    final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final Command command;

    Output(Command command) {
      this.command = command;
    }

    @Override
    public void onNext(Frame frame) {
      ByteArrayOutputStream to = frame.getStreamType() == StreamType.STDERR ? errors : output;
      if (to.size() + frame.getPayload().length > command.outputLimit()) {
        ended.completeExceptionally(
            new UnexpectedErrorException(
                new UpstartError(
                    UpstartError.DBUS + "LimitsExceeded",
                    command + " printed more than " + command.outputLimit() + " bytes")));
        return;
      }
      to.writeBytes(frame.getPayload());
    }

    @Override
    public void onError(Throwable failure) {
      super.onError(failure);
      ended.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      super.onComplete();
      ended.complete(null);
    }
  }
}
