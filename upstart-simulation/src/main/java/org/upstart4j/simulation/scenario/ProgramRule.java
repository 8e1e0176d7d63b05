package org.upstart4j.simulation.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.event.Glob;
import org.upstart4j.jobfile.JobDefinition.Command;

/**
 * Which processes an entry of a scenario is for, and what they do.
 *
 * @param program a pattern of the command, or of a line of the script, as it stands in the job
 *     file; arguments may be left out at its end
 * @param job a pattern of the job's name
 * @param instance a pattern of the instance's name
 * @param process which process of the job
 * @param acts what the process does, the first time and then; the last one is repeated
 * @param isInherited whether it comes from a platform's boot
 */
record ProgramRule(
    Optional<String> program,
    Optional<String> job,
    Optional<String> instance,
    Optional<ProcessType> process,
    List<ProgramAct> acts,
    boolean isInherited) {

  private static final String MORE = "[ \t\n]*";
  private static final String EXEC = "exec ";

  ProgramRule {
    acts = List.copyOf(acts);
  }

  ProgramRule inherited() {
    return new ProgramRule(program, job, instance, process, acts, true);
  }

  boolean isFor(SpawnRequest request) {
    return process.map(type -> type == request.type()).orElse(true)
        && matches(job, request.definition().name())
        && matches(instance, request.instance())
        && program.map(pattern -> runs(request, pattern)).orElse(true);
  }

  private static boolean matches(Optional<String> pattern, String name) {
    return pattern.map(known -> Glob.matches(known, name)).orElse(true);
  }

  private static boolean runs(SpawnRequest request, String pattern) {
    Command command = request.definition().processes().get(request.type());
    String text = command == null || command.text() == null ? "" : command.text().strip();
    Stream<String> lines = text.indexOf('\n') < 0 ? Stream.empty() : text.lines();
    return Stream.concat(Stream.of(text), lines.map(String::strip))
        .flatMap(line -> Stream.of(line, withoutExec(line)))
        .anyMatch(line -> Glob.matches(pattern, line) || Glob.matches(pattern + MORE, line));
  }

  private static String withoutExec(String line) {
    return line.startsWith(EXEC) ? line.substring(EXEC.length()).strip() : line;
  }

  /** Which processes it is for, as its keys say it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    program.ifPresent(pattern -> text.append(" program ").append(pattern));
    job.ifPresent(pattern -> text.append(" job ").append(pattern));
    instance.ifPresent(pattern -> text.append(" instance ").append(pattern));
    process
        .filter(type -> type != ProcessType.MAIN)
        .ifPresent(type -> text.append(" process ").append(type));
    return text.toString().strip();
  }
}
