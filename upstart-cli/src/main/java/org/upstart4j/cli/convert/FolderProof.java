package org.upstart4j.cli.convert;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.upstart4j.cli.prove.Proof;
import org.upstart4j.cli.prove.Prover;
import org.upstart4j.cli.prove.machine.SystemdHost;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.systemd.Conversion;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/**
 * The proofs of all jobs of a folder.
 *
 * @param findings what the conversion says
 * @param proofs the proofs by the jobs' names
 */
record FolderProof(List<ConversionFinding> findings, Map<String, Proof> proofs) {

  /** Findings that say beforehand what differs in a scenario, by how its name begins. */
  private static final Map<String, Set<ConversionCode>> SAID =
      Map.ofEntries(
          entry(
              "failing post-stop",
              Set.of(ConversionCode.POST_STOP_ANSWER, ConversionCode.POST_STOP_RESPAWN)),
          entry("failing pre-start", Set.of(ConversionCode.POST_STOP_ANSWER)),
          entry("failing pre-stop", Set.of(ConversionCode.PRE_STOP_TIMEOUT)),
          entry("restart", Set.of(ConversionCode.PRE_STOP_TIMEOUT)),
          entry("child left behind by a stop", Set.of(ConversionCode.KILL_SCOPE)),
          entry(
              "missing program",
              Set.of(ConversionCode.PROGRAM_SEARCH, ConversionCode.POST_STOP_ANSWER)),
          entry(
              "crash of",
              Set.of(ConversionCode.JOB_START, ConversionCode.JOB_STOP, ConversionCode.JOB_END)),
          entry(
              "start and stop of",
              Set.of(ConversionCode.JOB_START, ConversionCode.JOB_STOP, ConversionCode.JOB_END)),
          entry("run of", Set.of(ConversionCode.JOB_START, ConversionCode.JOB_END)),
          entry(
              "boot and shutdown",
              Set.of(
                  ConversionCode.STOPPED_AT_SHUTDOWN,
                  ConversionCode.RUNLEVEL,
                  ConversionCode.MILESTONE,
                  ConversionCode.NETWORK,
                  ConversionCode.MOUNT,
                  ConversionCode.OTHER_JOB,
                  ConversionCode.COMBINATION)),
          entry("respawn limit", Set.of(ConversionCode.EXPECT_FORK)));

  /**
   * Plays the jobs of a folder on both machines, one after the other.
   *
   * @param host where systemd runs
   * @param settings how they are converted
   * @param folder the jobs
   * @param conversion what they became
   * @param progress told of each job before it is played
   */
  static FolderProof of(
      SystemdHost host,
      ConvertSettings settings,
      JobFolder folder,
      Conversion conversion,
      Consumer<String> progress) {
    Map<String, Proof> proofs = new TreeMap<>();
    for (String job : conversion.units().keySet()) {
      progress.accept("proving " + job);
      proofs.put(job, Prover.prove(host, settings.target(), settings.conversion(), folder, job));
    }
    return new FolderProof(conversion.findings(), proofs);
  }

  /** The findings, with those marked that the scenarios of their jobs have shown. */
  List<ConversionFinding> marked() {
    return findings.stream().map(one -> isShown(one) ? one.asProved() : one).toList();
  }

  /** What is exact is shown where nothing differs, and what is not where just that differs. */
  private boolean isShown(ConversionFinding finding) {
    Proof proof = proofs.get(finding.job());
    if (proof == null || proof instanceof Proof.NotTried || !unsaid(proof).isEmpty()) {
      return false;
    }
    return finding.level() == Level.EXACT
        || refutations(proof).stream()
            .anyMatch(one -> reasons(finding.job(), one).contains(finding.code().word()));
  }

  /** Whether a job did something on systemd that no finding says. */
  boolean isRefuted() {
    return proofs.values().stream().anyMatch(proof -> !unsaid(proof).isEmpty());
  }

  private static List<Proof.Refutation> refutations(Proof proof) {
    return proof instanceof Proof.Refuted refuted ? refuted.refuted() : List.of();
  }

  private List<Proof.Refutation> unsaid(Proof proof) {
    return refutations(proof).stream().filter(one -> reasons(proof.job(), one).isEmpty()).toList();
  }

  /** The codes of the findings of a job that say what differs in a scenario. */
  private Set<String> reasons(String job, Proof.Refutation refutation) {
    Set<ConversionCode> codes =
        SAID.entrySet().stream()
            .filter(entry -> refutation.scenario().startsWith(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .collect(Collectors.toSet());
    return findings.stream()
        .filter(one -> one.job().equals(job) && one.level() != Level.EXACT)
        .filter(one -> codes.contains(one.code()))
        .map(one -> one.code().word())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What was seen, for people: a line for each job, and what differs below it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    proofs.values().forEach(proof -> addLines(proof, lines));
    return lines;
  }

  private void addLines(Proof proof, List<String> lines) {
    if (proof instanceof Proof.NotTried notTried) {
      lines.add(notTried.job() + ": not proved: " + String.join("; ", notTried.reasons()));
      return;
    }
    int unsaid = unsaid(proof).size();
    String scenarios = Counts.of(scenarios(proof), "scenario");
    lines.add(
        unsaid == 0
            ? proof.job() + ": proved, " + scenarios
            : "%s: different in %d of %s".formatted(proof.job(), unsaid, scenarios));
    refutations(proof).forEach(one -> addLines(proof.job(), one, lines));
  }

  private static int scenarios(Proof proof) {
    return proof instanceof Proof.Proved proved
        ? proved.scenarios().size()
        : ((Proof.Refuted) proof).scenarios().size();
  }

  private void addLines(String job, Proof.Refutation refutation, List<String> lines) {
    Set<String> reasons = reasons(job, refutation);
    String said = reasons.isEmpty() ? "" : " [as said: " + String.join(", ", reasons) + "]";
    refutation
        .differences()
        .forEach(one -> lines.add("    " + refutation.scenario() + ": " + one.text() + said));
    if (reasons.isEmpty()) {
      lines.add("    Upstart:");
      refutation.upstart().lines().forEach(line -> lines.add("      " + line));
      lines.add("    systemd:");
      refutation.systemd().lines().forEach(line -> lines.add("      " + line));
    }
  }
}
