package org.upstart4j.it.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Job;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.testkit.contract.Trial;
import org.upstart4j.testkit.contract.UpstartContract;

/** Job files mean the same to an Upstart as to the SDK. */
public interface FileContract extends UpstartContract {

  /** How many files are built. */
  int BUILT = 500;

  /** How often each example is edited. */
  int EDITS = 5;

  /** Returns where the Upstart of {@link #open} runs. */
  Site site();

  @Test
  default void everyExampleIsAcceptedAndShownAsTheEngineShowsIt(Trial trial, @TempDir Path folder)
      throws IOException {
    Map<String, String> examples = examples();
    String address = "unix:abstract=/upstart-it/" + UUID.randomUUID();
    LocalSite own = new LocalSite(folder, address, Optional.empty());
    own.write(examples);
    try (EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(folder).build();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
        Written written = new Written(trial, site(), examples)) {
      for (String job : jobs(examples)) {
        written.await(job);
        List<String> show = List.of("show-config", job);
        CommandResult expected = own.initctl(show);
        assertThat(expected.status()).as("%s", expected).isZero();
        assertThat(site().initctl(show)).as(job).isEqualTo(expected);
      }
    }
  }

  @Test
  default void aBrokenExampleIsNoJob(Trial trial) throws IOException {
    Map<String, String> files = new TreeMap<>(Map.of("zz-after.conf", "exec true\n"));
    files.put("backup.conf", Files.readString(project("examples/broken/backup.conf")));
    try (Written written = new Written(trial, site(), files)) {
      written.await("zz-after");

      assertThat(trial.upstart().jobs()).extracting(Job::name).doesNotContain("backup");
    }
  }

  @Test
  default void aBuiltFileIsAcceptedAndMeansTheSame(Trial trial) {
    BuiltJobs random = new BuiltJobs(20261121);
    Map<String, JobFile> built = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < BUILT; i++) {
      JobFile file = random.next();
      built.put("built-" + i, file);
      texts.put("built-" + i + ".conf", file.toString());
    }
    try (Written written = new Written(trial, site(), texts)) {
      built.forEach(
          (name, file) -> {
            written.await(name);
            assertThat(Meaning.of(trial.upstart().job(name)))
                .as(file.toString())
                .isEqualTo(Meaning.of(JobDefinition.of(name, file)));
          });
    }
  }

  /** Reads a file that Upstart watches, edits it, writes it back, and finally undoes everything. */
  @Test
  default void anEditedFileMeansTheSameToAnUpstartThatWatches(Trial trial) throws IOException {
    BuiltJobs random = new BuiltJobs(20261122);
    Map<String, String> examples = examples();
    examples.keySet().removeIf(file -> !file.endsWith(".conf"));
    try (Written written = new Written(trial, site(), examples)) {
      for (String job : jobs(examples)) {
        String conf = job + ".conf";
        String original = site().read(conf);
        assertThat(original).isEqualTo(examples.get(conf));
        for (int i = 0; i < EDITS; i++) {
          JobFile edited = random.edit(JobFile.parse(site().read(conf)));
          site().write(Map.of(conf, edited.toString()));
          written.awaitMeaning(job, edited);
        }
        site().write(Map.of(conf, original));
        written.awaitMeaning(job, JobFile.parse(original));
      }
    }
  }

  private static List<String> jobs(Map<String, String> files) {
    return files.keySet().stream()
        .filter(file -> file.endsWith(".conf"))
        .map(file -> file.substring(0, file.length() - ".conf".length()))
        .toList();
  }

  /** Returns the project's own valid examples, by their names. */
  private static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new TreeMap<>();
    try (Stream<Path> files = Files.list(project("examples"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        examples.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(examples).hasSizeGreaterThan(5);
    return examples;
  }

  private static Path project(String path) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder.resolve(path);
  }

  /** Files in the folder of jobs; closing removes them, and waits until their jobs are gone. */
  final class Written implements AutoCloseable {

    private final Upstart upstart;
    private final Site site;
    private final Collection<String> files;

    Written(Trial trial, Site site, Map<String, String> files) {
      this.upstart = trial.upstart();
      this.site = site;
      this.files = new ArrayList<>(files.keySet());
      site.write(files);
    }

    void await(String job) {
      Eventually.is(() -> Eventually.isKnown(upstart, job), "job " + job + " is known");
    }

    void awaitMeaning(String job, JobFile file) {
      Meaning expected = Meaning.of(JobDefinition.of(job, file));
      Eventually.is(
          () -> Eventually.isKnown(upstart, job) && Meaning.of(upstart.job(job)).equals(expected),
          "job " + job + " means " + expected);
    }

    @Override
    public void close() {
      site.remove(files);
      Eventually.is(
          () -> upstart.jobs().stream().allMatch(job -> site.owns(job.name())), "no job is there");
    }
  }
}
