import java.io.IOException;
import java.nio.file.Path;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDirectory;

/**
 * Prints which jobs of a folder wait for an event, and what they run.
 *
 * <pre>java -cp 'upstart-cli/target/lib/*' examples/java/FindJobs.java runlevel /etc/init</pre>
 */
class FindJobs {

  public static void main(String... arguments) throws IOException {
    String event = arguments.length > 0 ? arguments[0] : "runlevel";
    Path folder = Path.of(arguments.length > 1 ? arguments[1] : "examples");
    JobDirectory.of(folder).definitions().values().stream()
        .filter(job -> waitsFor(job, event))
        .forEach(job -> System.out.println(job.name() + "\tstart on " + job.startOn().get()));
  }

  private static boolean waitsFor(JobDefinition job, String event) {
    return job.startOn().stream()
        .flatMap(condition -> condition.matches())
        .anyMatch(match -> match.event().equals(event));
  }
}
