package org.upstart4j.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.initctl.Command;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.jobfile.JobFolder;

/**
 * The job files of a host, below {@code /etc/init}. They are read by one command of the host's
 * shell, with {@code find} and {@code base64}, and nothing is written. Thread-safe.
 */
public final class HostFiles implements AutoCloseable {

  private static final String FOLDER = "/etc/init";
  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(25));
  private static final int MOST_BYTES = 16 << 20;

  /** Prints files: the kind and the name of each, and what it holds; F is a file, L a link. */
  private static final String PRINT =
      "for f do if [ -f \"$f\" ];then k=F;if [ -L \"$f\" ];then k=L;fi;"
          + "echo \"=$k\";printf %s \"$f\"|base64;echo =;base64 <\"$f\"||echo =X;fi;done";

  /** Prints the files that are named, or all; hidden ones are none of Upstart's. */
  private static final String READ =
      "cd -- \"$1\"||exit 1;p=$2;echo \"$3\";shift 3;"
          + "if [ $# -gt 0 ];then sh -c \"$p\" sh \"$@\";"
          + "else find -L . -name \".?*\" -prune -o -type f"
          + " \"(\" -name \"*.conf\" -o -name \"*.override\" \")\" -exec sh -c \"$p\" sh {} +;"
          + "fi&&echo =E";

  private final String host;
  private final CommandRunner runner;
  private final String folder;

  private HostFiles(String host, CommandRunner runner, String folder) {
    this.host = host;
    this.runner = runner;
    this.folder = folder;
  }

  /**
   * {@return the job files of a host, over a connection of their own; close it}
   *
   * @param host the host
   * @param options how it is reached
   * @throws InvalidHostException if its variables tell no way to it
   */
  public static HostFiles of(Host host, RemoteOptions options) {
    return over(host.name(), new Ways(host, options).runner());
  }

  /**
   * {@return the job files of a host, through whatever runs programs there}
   *
   * @param host how errors name the host
   * @param runner runs programs there; closed together with this
   */
  public static HostFiles over(String host, CommandRunner runner) {
    return new HostFiles(host, runner, FOLDER);
  }

  /** Returns the same with another folder, which the host must have. */
  HostFiles below(String other) {
    return new HostFiles(host, runner, other);
  }

  /** {@return the folder on the host} */
  public String path() {
    return folder;
  }

  /**
   * {@return all conf and override files} A link to an override file counts as not read, as Upstart
   * 1.7 and later do it.
   *
   * @throws UpstartUnavailableException if the host can't be reached, or has no such folder
   * @throws org.upstart4j.PermissionDeniedException if one of them can't be read
   * @throws org.upstart4j.UnexpectedErrorException if they are too large together, more than 12
   *     MiB, or the answer is rubbish
   */
  public JobFolder folder() {
    return read(List.of());
  }

  /**
   * {@return the conf file and the override file of a job, as far as they are there}
   *
   * @param name the job's name
   * @throws IllegalArgumentException if it is no name of a file within the folder
   * @throws UpstartUnavailableException if the host can't be reached, or has no such folder
   * @throws org.upstart4j.PermissionDeniedException if one of them can't be read
   * @throws org.upstart4j.UnexpectedErrorException if they are too large together, more than 12
   *     MiB, or the answer is rubbish
   */
  public JobFolder job(String name) {
    if (!PrintedFiles.isWithin(name)) {
      throw new IllegalArgumentException(
          "Not a name of a job within " + folder + ": \"" + name + '"');
    }
    return read(List.of("./" + name + ".conf", "./" + name + ".override"));
  }

  private JobFolder read(List<String> names) {
    // what a login prints comes before it
    String marker = "=" + UUID.randomUUID();
    List<String> words = new ArrayList<>(List.of("sh", "-c", READ, "sh", folder, PRINT, marker));
    words.addAll(names);
    CommandResult result =
        runner.run(new Command(words, Map.of(), Set.of(), MOST_BYTES), Deadline.of(PATIENCE));
    if (result.status() != 0) {
      throw new UpstartUnavailableException(
          "The job files of " + host + " can't be read: " + result.errors().strip(), null);
    }
    return new PrintedFiles(host, folder).parse(result.output(), marker);
  }

  /** Closes the connection. */
  @Override
  public void close() {
    runner.close();
  }
}
