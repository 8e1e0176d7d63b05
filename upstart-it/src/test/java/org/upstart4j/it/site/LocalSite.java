package org.upstart4j.it.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.Deadline;
import org.upstart4j.Wait;
import org.upstart4j.initctl.Command;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.testkit.contract.JobFileWriter;

/**
 * This machine.
 *
 * @param folder the folder of jobs
 * @param address where Upstart listens
 * @param program a real initctl; the default is the project's own, in this JVM
 */
public record LocalSite(Path folder, String address, Optional<String> program) implements Site {

  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  /** Names the address, the folder and the initctl of a real Upstart. */
  public static final String ADDRESS = "upstart.it.address";

  private static final String FOLDER = "upstart.it.confdir";
  private static final String PROGRAM = "upstart.initctl";

  /** Returns the site that the system properties name. */
  public static LocalSite named() {
    return new LocalSite(
        Path.of(System.getProperty(FOLDER)),
        System.getProperty(ADDRESS),
        Optional.ofNullable(System.getProperty(PROGRAM)));
  }

  @Override
  public void kill(String signal, String pid) {
    Command kill = Command.of("kill", "-" + signal, pid);
    CommandRunner.local().run(kill, Deadline.of(PATIENCE));
  }

  @Override
  public CommandResult initctl(List<String> words) {
    Map<String, String> variables = Map.of("UPSTART_SESSION", address);
    return program
        .map(real -> run(real, words, variables))
        .orElseGet(() -> OwnInitctl.run(words, variables));
  }

  private CommandResult run(String real, List<String> words, Map<String, String> variables) {
    List<String> line = new ArrayList<>(List.of(real));
    line.addAll(words);
    Command command = new Command(line, variables, Set.of(), Command.DEFAULT_OUTPUT_LIMIT);
    return CommandRunner.local().run(command, Deadline.of(PATIENCE));
  }

  @Override
  public void write(Map<String, String> files) {
    files.forEach(jobFiles()::write);
  }

  @Override
  public String read(String file) {
    return jobFiles().read(file);
  }

  @Override
  public void remove(Collection<String> files) {
    files.forEach(jobFiles()::remove);
  }

  private JobFileWriter jobFiles() {
    return new JobFileWriter(folder);
  }
}
