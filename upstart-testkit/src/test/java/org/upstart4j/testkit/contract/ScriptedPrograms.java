package org.upstart4j.testkit.contract;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.Signal;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.embedded.process.SpawnRequest;

/** Scripts for the programs that the contracts run. */
final class ScriptedPrograms {

  private static final Pattern TEST = Pattern.compile("test \"\\$(\\w+)\" = '(.*)'");

  private ScriptedPrograms() {}

  static void teach(ScriptedProcesses processes) {
    processes.when("sleep").neverEnds();
    for (int seconds = 0; seconds < 100; seconds++) {
      processes.when("sleep " + seconds).after(Duration.ofSeconds(seconds)).exitsWith(0);
    }
    processes.when("false").exitsWith(1);
    processes.when("sh -c 'exit 3'").exitsWith(3);
    processes
        .when("/nonexistent/program")
        .cannotBeSpawned("unable to execute: No such file or directory");
    processes.when("trap '' TERM").stopsItself().ignores(Signal.TERM).neverEnds();
    processes
        .when(request -> TEST.matcher(command(request)).matches() && !holds(request))
        .exitsWith(1);
  }

  private static String command(SpawnRequest request) {
    return String.valueOf(request.definition().processes().get(request.type()).text()).strip();
  }

  private static boolean holds(SpawnRequest request) {
    Matcher test = TEST.matcher(command(request));
    return test.matches()
        && request.environment().get(test.group(1)).orElse("").equals(test.group(2));
  }
}
