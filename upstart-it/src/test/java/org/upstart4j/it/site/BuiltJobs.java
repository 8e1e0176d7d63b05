package org.upstart4j.it.site;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.upstart4j.Signal;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileBuilder;
import org.upstart4j.jobfile.Script;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.Resource;

/** Builds job files with values that are hard to spell. The same seed makes the same files. */
final class BuiltJobs {

  private static final List<String> PIECES =
      List.of(
          "a",
          "B",
          "=",
          " ",
          "  ",
          "\t",
          "#",
          "\"",
          "'",
          "\\",
          "(",
          ")",
          "and",
          "or",
          "$X",
          "é",
          "\ud83d\ude00",
          "%",
          "!",
          ";",
          "end script",
          "{",
          "-");

  private static final List<String> SCRIPTS =
      List.of("true\n", "cat <<END\na # b\nEND\n", "  if true; then\n    :\n  fi\n", "x=\"end\"\n");

  /** Without those of cgroups, which older Upstarts don't know. */
  private static final int KINDS = 16;

  private final Random random;

  BuiltJobs(long seed) {
    this.random = new Random(seed);
  }

  JobFile next() {
    JobFileBuilder builder = JobFile.builder();
    change(builder, 1 + random.nextInt(8));
    return builder.build();
  }

  JobFile edit(JobFile file) {
    JobFileBuilder builder = file.toBuilder();
    change(builder, 1 + random.nextInt(3));
    return builder.build();
  }

  private void change(JobFileBuilder builder, int times) {
    for (int i = 0; i < times; i++) {
      change(builder);
    }
  }

  private void change(JobFileBuilder builder) {
    switch (random.nextInt(KINDS)) {
      case 0 -> builder.description(word());
      case 1 -> builder.author(word());
      case 2 -> builder.version(word()).usage(word());
      case 3 -> builder.emits(words());
      case 4 -> builder.startOn(events(3));
      case 5 -> builder.stopOn(events(3));
      case 6 -> builder.env("K" + random.nextInt(3), word()).export("K1", "K2");
      case 7 -> builder.exec(pick(List.of("/bin/true", "echo $HOME; exit 1", "a -c 'x # y'")));
      case 8 -> builder.script(pick(SCRIPTS));
      case 9 -> builder.preStart(Script.shell(pick(SCRIPTS))).postStop("echo " + quoted());
      case 10 -> builder.expect(pick(List.of(Expect.STOP, Expect.DAEMON, Expect.FORK)));
      case 11 -> builder.respawn().respawnLimit(random.nextInt(20), seconds());
      case 12 -> builder.killTimeout(seconds()).killSignal(Signal.INT).reloadSignal(Signal.USR1);
      case 13 -> builder.normalExit(0, random.nextInt(255)).normalExit(Signal.TERM, Signal.HUP);
      case 14 ->
          builder
              .console(pick(List.of(Console.values())))
              .umask(random.nextInt(01000))
              .nice(random.nextInt(40) - 20)
              .oomScore(random.nextInt(2000) - 999)
              .limit(pick(List.of(Resource.values())), random.nextInt(9999), 10_000);
      default -> builder.instance(word()).chdir("/" + word()).comment(word()).task();
    }
  }

  private EventExpression events(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      EventMatch match =
          EventMatch.of(
              word(), Stream.of("x", "y z").limit(random.nextInt(3)).toArray(String[]::new));
      return random.nextBoolean() ? match : match.with("K", word());
    }
    EventExpression left = events(depth - 1);
    EventExpression right = events(depth - 1);
    return random.nextBoolean() ? left.and(right) : left.or(right);
  }

  private String[] words() {
    return Stream.generate(this::word).limit(1 + random.nextInt(3)).toArray(String[]::new);
  }

  private String quoted() {
    return "'" + random.nextInt() + "'";
  }

  private Duration seconds() {
    return Duration.ofSeconds(random.nextInt(100_000));
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    do {
      word.append(pick(PIECES));
    } while (random.nextInt(4) > 0);
    return word.toString();
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
