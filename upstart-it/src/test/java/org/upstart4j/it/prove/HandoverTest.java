package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;
import org.upstart4j.cli.prove.machine.EngineSupervisor;
import org.upstart4j.cli.prove.machine.JobState;
import org.upstart4j.cli.prove.machine.Outcome;
import org.upstart4j.cli.prove.machine.SystemdHost;
import org.upstart4j.cli.prove.machine.SystemdSupervisor;
import org.upstart4j.cli.prove.machine.SystemdSupervisor.Enabling;
import org.upstart4j.cli.prove.machine.Units;
import org.upstart4j.it.prove.HardJobs.HardJob;
import org.upstart4j.it.site.Eventually;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.systemd.Conversion;
import org.upstart4j.systemd.SystemdConversion;
import org.upstart4j.systemd.option.SystemdVersion;

/**
 * Programs are given the same by systemd, from the converted units, as by Upstart, from the jobs.
 */
class HandoverTest {

  private static final int JOBS = 180;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The last one that knows no other way to leave dollar signs alone, or to search programs. */
  private static final SystemdVersion OLD = new SystemdVersion(241);

  private static final Pattern OWN_PID = Pattern.compile("(?<!\\\\)(\\\\\\\\)+\\$\\$");

  private final long seed = Long.getLong("upstart.it.seed", 1);

  @Test
  void whatArrivesAtAProgramIsTheSameByteForByte(@TempDir Path folder) throws IOException {
    SystemdHost.Ready host = TestedSystemd.host();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path stage = folder.resolve("stage");
    List<HardJob> jobs = jobs(stage);
    Path contents = folder.resolve("contents");
    create(stage, jobs, Path.of("/"));
    create(contents, jobs, host.root().orElse(Path.of("/")));
    List<Conversion> conversions = conversions(host.version(), stage, jobs);

    CompletableFuture<Void> systemd =
        CompletableFuture.runAsync(
            () -> runUnits(host, units(conversions), folder, stage, contents));
    runJobs(jobs, Files.createDirectory(folder.resolve("log")));
    systemd.join();

    List<String> differences = new ArrayList<>();
    int same = 0;
    for (HardJob job : jobs) {
      for (String recorder : job.recorders()) {
        Optional<Handover> upstart = Handover.in(stage.resolve(recorder));
        Optional<Handover> units =
            Handover.in(contents.resolve(recorder)).map(Handover::withoutSystemds);
        if (!upstart.equals(units)) {
          differences.add(difference(job, recorder, upstart, units, conversions));
        } else if (upstart.isPresent()) {
          same++;
        }
      }
    }
    assertThat(differences).as("-Dupstart.it.seed=" + seed).isEmpty();
    assertThat(same).as("-Dupstart.it.seed=" + seed).isGreaterThan(JOBS);
  }

  private List<HardJob> jobs(Path stage) {
    HardJobs hard = new HardJobs(new Random(seed), stage.toString());
    List<HardJob> jobs = new ArrayList<>();
    while (jobs.size() < JOBS) {
      HardJob job = hard.job("j" + jobs.size());
      if (JobDefinition.verdict(job.name(), file(job)) instanceof Verdict.Accepted accepted
          && accepted.definition().processes().values().stream().noneMatch(this::hasOwnPid)) {
        jobs.add(job);
      }
    }
    return jobs;
  }

  /**
   * Upstart doubles some backslashes, after which a shell reads two dollar signs as its own pid.
   */
  private boolean hasOwnPid(JobDefinition.Command command) {
    return command.text() != null && OWN_PID.matcher(command.text()).find();
  }

  private static JobFile file(HardJob job) {
    return JobFile.parse(job.text().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static JobFolder folder(List<HardJob> jobs) {
    Map<String, JobFile> files = new TreeMap<>();
    jobs.forEach(job -> files.put(job.name() + ".conf", file(job)));
    return JobFolder.of(files);
  }

  private static void create(Path stage, List<HardJob> jobs, Path root) throws IOException {
    Path bin = Files.createDirectories(stage.resolve(HardJobs.BIN));
    for (String shell : HardJobs.SHELLS) {
      Files.copy(root.resolve("bin/sh"), bin.resolve(shell), StandardCopyOption.COPY_ATTRIBUTES);
    }
    for (Path folder : List.of(stage, bin)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    for (HardJob job : jobs) {
      for (String recorder : job.recorders()) {
        Handover.createRecorder(stage.resolve(recorder));
      }
    }
  }

  /** Each other job as an old systemd needs it, which newer ones read the same way. */
  private static List<Conversion> conversions(
      SystemdVersion version, Path stage, List<HardJob> jobs) {
    List<Conversion> conversions = new ArrayList<>();
    for (HardJob job : jobs) {
      conversions.add(
          SystemdConversion.to(conversions.size() % 2 == 0 ? version : OLD)
              .withHelpersIn(stage.resolve(Units.HELPERS).toString())
              .convert(folder(List.of(job))));
    }
    return conversions;
  }

  private static Units units(List<Conversion> conversions) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    SortedMap<String, String> names = new TreeMap<>();
    for (Conversion conversion : conversions) {
      Units units = Units.of(conversion);
      files.putAll(units.files());
      names.putAll(units.names());
    }
    String all = "[Unit]\nDefaultDependencies=no\nAfter=%1$s\nWants=%1$s\n";
    files.put(
        "all.target",
        String.format(all, String.join(" ", names.values())).getBytes(StandardCharsets.US_ASCII));
    names.put("all", "all.target");
    return new Units(files, names, new TreeSet<>());
  }

  private static void runUnits(
      SystemdHost.Ready host, Units units, Path folder, Path stage, Path contents) {
    try (SystemdSupervisor machine =
        SystemdSupervisor.boot(
            host, units, folder.resolve("systemd"), stage, contents, Enabling.BY_OTHERS, LIMIT)) {
      Outcome up = machine.start("all", Environment.EMPTY);
      Outcome down = machine.shutdown();
      assertThat(List.of(up, down))
          .as("%s", machine.log())
          .extracting(Outcome::result)
          .containsOnly(Outcome.Result.DONE);
    }
  }

  private static void runJobs(List<HardJob> jobs, Path logs) {
    try (EngineSupervisor machine =
        new EngineSupervisor(folder(jobs), UpstartVersion.NEWEST, logs, LIMIT)) {
      for (HardJob job : jobs) {
        assertThat(machine.start(job.name(), Environment.EMPTY).result())
            .as("%s", job.text())
            .isNotEqualTo(Outcome.Result.TIMED_OUT);
        machine.stop(job.name(), Environment.EMPTY);
        Eventually.is(
            () -> machine.state(job.name(), Environment.EMPTY) == JobState.WAITING,
            job.name() + " has stopped");
      }
    }
  }

  private static String difference(
      HardJob job,
      String recorder,
      Optional<Handover> upstart,
      Optional<Handover> systemd,
      List<Conversion> conversions) {
    StringJoiner text = new StringJoiner("\n", "\n", "\n");
    text.add(recorder + " of").add(brief(job.text()));
    conversions.stream()
        .filter(conversion -> conversion.units().containsKey(job.name()))
        .flatMap(conversion -> conversion.files().values().stream())
        .forEach(
            file ->
                text.add(file.path() + ":")
                    .add(brief(new String(file.bytes(), StandardCharsets.ISO_8859_1))));
    text.add("Upstart: " + upstart.map(there -> there.without(systemd)).orElse("not run"));
    text.add("systemd: " + systemd.map(there -> there.without(upstart)).orElse("not run"));
    return text.toString();
  }

  private static String brief(String text) {
    return text.length() < 4_000 ? text : text.substring(0, 4_000) + "...";
  }
}
