package org.upstart4j.cli.prove.probe;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.Console;

/** What of a job a probe cannot show, and why. */
public final class Unprovable {

  /** The longest kill timeout that is waited for. */
  public static final Duration LONGEST = Duration.ofSeconds(20);

  /** The number of CAP_SYS_RESOURCE. */
  private static final int SYS_RESOURCE = 24;

  private Unprovable() {}

  /**
   * Looks for what keeps a job from being played.
   *
   * @param job the job
   * @return the reasons, each in a sentence; empty if it can be played
   */
  public static List<String> reasons(JobDefinition job) {
    List<String> reasons = new ArrayList<>();
    if (job.chroot().isPresent()) {
      reasons.add("chroot: the probes, and what they need, are not in that root directory");
    }
    if (job.apparmorSwitch().isPresent() || job.processes().containsKey(ProcessType.SECURITY)) {
      reasons.add("apparmor: the profile would be the program's, and not the probe's");
    }
    if (!job.cgroups().isEmpty()) {
      reasons.add("cgroup: the engine has no cgroup manager");
    }
    if (job.console().filter(Console.OWNER::equals).isPresent()) {
      reasons.add("console owner: the engine would take over this machine's console");
    }
    if (job.oomScore() < 0 && !isCapable(SYS_RESOURCE)) {
      reasons.add("oom score: this machine lets nobody lower it; CAP_SYS_RESOURCE is missing");
    }
    if (job.killTimeout().compareTo(LONGEST) > 0) {
      reasons.add(
          "kill timeout: at most " + LONGEST.toSeconds() + " seconds are waited for a process");
    }
    job.env().stream()
        .map(variable -> variable.split("=", 2)[0])
        .filter(name -> name.startsWith("LD_"))
        .forEach(name -> reasons.add("env " + name + ": it would change the probes themselves"));
    return reasons;
  }

  /** Whether this program has a capability; if nobody knows, it shows later. */
  private static boolean isCapable(int capability) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("CapEff:"))
          .map(line -> new BigInteger(line.substring(line.indexOf(':') + 1).strip(), 16))
          .allMatch(all -> all.testBit(capability));
    } catch (IOException e) {
      return true;
    }
  }
}
