import org.upstart4j.JobStatus;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.spi.UpstartProvider;

/**
 * Prints how the jobs of the Upstart stand that answers first: the one in UPSTART_SESSION, process
 * 1, the one on the system bus, the one that initctl finds.
 *
 * <pre>java -cp 'upstart-cli/target/lib/*' examples/java/ListJobs.java</pre>
 */
class ListJobs {

  public static void main(String... arguments) {
    try (Upstart upstart = UpstartProvider.connect()) {
      System.out.println(upstart.transport() + ": " + upstart.version());
      for (JobStatus status : upstart.statuses()) {
        System.out.println(status);
      }
    } catch (UpstartUnavailableException nobody) {
      System.err.println(nobody.getMessage());
      System.exit(1);
    }
  }
}
