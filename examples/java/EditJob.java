import java.nio.file.Path;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.stanza.Resource;

/**
 * Edits a job file and writes it next to the others under another name.
 *
 * <pre>java -cp 'upstart-cli/target/lib/*' examples/java/EditJob.java examples/web.conf /tmp/web.conf</pre>
 */
class EditJob {

  public static void main(String... arguments) throws Exception {
    Path from = Path.of(arguments.length > 0 ? arguments[0] : "examples/web.conf");
    JobFile before = JobFile.read(from);
    JobFile after =
        before
            .toBuilder()
            .env("PORT", "80")
            .limit(Resource.NOFILE, 8192, 65536)
            .set("kill timeout 60")
            .remove("setuid")
            .build();

    if (arguments.length > 1) {
      after.write(Path.of(arguments[1]));
    } else {
      System.out.print(after);
    }
    JobDefinition job = JobDefinition.of("web", after);
    System.err.println("starts on " + job.startOn().map(Object::toString).orElse("nothing"));
  }
}
