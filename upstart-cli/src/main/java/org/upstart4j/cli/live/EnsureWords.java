package org.upstart4j.cli.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.reach.Durations;

/**
 * What {@code ensure} is told.
 *
 * @param running whether the job should run
 * @param job its name
 * @param environment what picks its instance
 * @param stays how long it must have run without a break
 */
public record EnsureWords(
    boolean running, String job, Environment environment, Optional<Duration> stays) {

  static final String RUNNING = "running";
  static final String STOPPED = "stopped";

  /** Nobody runs a service within this command, so its {@code --for} names no platform. */
  static final Option STAYS =
      Option.text("for", "TIME", "wait until it has run for this time without a break: 5s");

  /** The words of a command. */
  public static EnsureWords of(Invocation call) {
    String wanted = call.word(0);
    if (!List.of(RUNNING, STOPPED).contains(wanted)) {
      throw new Misuse("a job can be ensured to be running or stopped, not " + wanted);
    }
    Optional<Duration> stays = call.value(STAYS).map(EnsureWords::time);
    if (stays.isPresent() && wanted.equals(STOPPED)) {
      throw new Misuse("--for is for a job that is ensured to be running");
    }
    return new EnsureWords(
        wanted.equals(RUNNING), call.word(1), LiveWords.environment(call, 2), stays);
  }

  private static Duration time(String text) {
    return Durations.parse(text).orElseThrow(() -> new Misuse("illegal argument: " + text));
  }

  /** How the job should be, in a word. */
  String wanted() {
    return running ? RUNNING : STOPPED;
  }
}
