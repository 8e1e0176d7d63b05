package org.upstart4j.simulation.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstart4j.embedded.ProcessScript;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.jobfile.JobDefinition.Command;

/** A process that is nothing but one of Upstart's own commands does what that says. */
final class OwnCommand {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,${} \\t-]+");

  private OwnCommand() {}

  /** Returns its script; nothing if it is another program, or one that only a shell understands. */
  static Optional<ProcessScript> script(SpawnRequest request) {
    return words(request)
        .map(
            words -> {
              ProcessVariables variables = new ProcessVariables(request.environment());
              List<String> expanded = words.stream().map(variables::expand).toList();
              String[] arguments = expanded.subList(1, expanded.size()).toArray(String[]::new);
              return ProcessScript.of(request).runs(expanded.get(0), arguments).exitsWith(0);
            });
  }

  static boolean isOne(SpawnRequest request) {
    return words(request).isPresent();
  }

  private static Optional<List<String>> words(SpawnRequest request) {
    Command command = request.definition().processes().get(request.type());
    String text = command == null || command.text() == null ? "" : command.text().strip();
    if (!PLAIN.matcher(text).matches()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(List.of(text.split("[ \\t]+")));
    if (words.get(0).equals("exec")) {
      words.remove(0);
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String program = words.get(0);
    words.set(0, program.substring(program.lastIndexOf('/') + 1));
    return Optional.of(words).filter(known -> CommandText.PROGRAMS.contains(known.get(0)));
  }
}
