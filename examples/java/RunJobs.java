import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.jobfile.JobFile;

/**
 * Runs two jobs without Upstart, and prints which events come of that.
 *
 * <pre>java -cp 'upstart-cli/target/lib/*' examples/java/RunJobs.java</pre>
 */
class RunJobs {

  private static final Environment PORT = Environment.of("PORT", "8080");

  public static void main(String... arguments) throws InterruptedException {
    JobFile web = JobFile.parse("instance $PORT\nexec sleep 1000\n");
    JobFile migrate = JobFile.parse("start on starting web\ntask\nexec true\n");
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    try (Upstart upstart =
            EmbeddedUpstart.builder().job("web", web).job("migrate", migrate).build();
        Subscription subscription = upstart.subscribe(remember(events))) {
      Job job = upstart.job("web");
      job.start(PORT);
      System.out.println(job.status(PORT));
      job.stop(PORT);

      // Listeners have threads of their own: what they hear may come after the command's end.
      Event event;
      do {
        event = events.take();
        System.out.println(event);
      } while (!event.toString().startsWith("stopped JOB=web"));
    }
  }

  private static UpstartListener remember(BlockingQueue<Event> events) {
    return new UpstartListener() {
      @Override
      public void eventEmitted(Event event) {
        events.add(event);
      }
    };
  }
}
