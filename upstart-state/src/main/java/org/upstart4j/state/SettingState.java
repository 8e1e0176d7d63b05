package org.upstart4j.state;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a job's processes get. What the job or the version doesn't tell is nothing.
 *
 * @param console where their output goes: {@code none}, {@code output}, {@code owner} or {@code
 *     log}
 * @param umask the permissions that new files don't get
 * @param nice their niceness
 * @param oomScore how likely they are to be killed when memory runs out
 * @param limits the limits of what they may use
 * @param chroot their root folder
 * @param chdir their working folder
 * @param setuid the user that they run as
 * @param setgid the group that they run as
 * @param apparmorSwitch their AppArmor profile
 * @param waitsForCgroupManager whether their start waits for a cgroup manager
 * @param cgroups the cgroups that they are in
 * @param debug whether they wait to be debugged
 */
public record SettingState(
    String console,
    OptionalInt umask,
    OptionalInt nice,
    OptionalInt oomScore,
    List<LimitState> limits,
    Optional<String> chroot,
    Optional<String> chdir,
    Optional<String> setuid,
    Optional<String> setgid,
    Optional<String> apparmorSwitch,
    boolean waitsForCgroupManager,
    List<CgroupState> cgroups,
    boolean debug) {

  /** The lowest niceness is -20. */
  private static final int NOT_SET = -21;

  /**
   * Makes a setting.
   *
   * @param console where their output goes
   * @param umask the permissions that new files don't get
   * @param nice their niceness
   * @param oomScore how likely they are to be killed
   * @param limits the limits of what they may use
   * @param chroot their root folder
   * @param chdir their working folder
   * @param setuid the user that they run as
   * @param setgid the group that they run as
   * @param apparmorSwitch their AppArmor profile
   * @param waitsForCgroupManager whether their start waits for a cgroup manager
   * @param cgroups the cgroups that they are in
   * @param debug whether they wait to be debugged
   */
  public SettingState {
    limits = List.copyOf(limits);
    cgroups = List.copyOf(cgroups);
  }

  static SettingState read(StateNode job) {
    OptionalInt nice = job.get("nice").integer();
    return new SettingState(
        job.get("console").word("CONSOLE_"),
        job.get("umask").integer(),
        nice.orElse(NOT_SET) == NOT_SET ? OptionalInt.empty() : nice,
        job.get("oom_score_adj").integer(),
        LimitState.readAll(job.get("limits")),
        job.get("chroot").text(),
        job.get("chdir").text(),
        job.get("setuid").text(),
        job.get("setgid").text(),
        job.get("apparmor_switch").text(),
        job.get("cgmanager_wait").isYes(),
        job.get("cgroups").list(CgroupState::read),
        job.get("debug").isYes());
  }

  void write(StateObject job) {
    job.word("console", "CONSOLE_", console);
    job.number("umask", umask).number("nice", nice.orElse(NOT_SET));
    job.number("oom_score_adj", oomScore);
    job.objects("limits", LimitState.writeAll(limits));
    job.text("chroot", chroot).text("chdir", chdir);
    job.text("setuid", setuid).text("setgid", setgid);
  }

  /** These came to Upstart later than the rest, and so stand elsewhere. */
  void writeCgroups(StateObject job) {
    job.text("apparmor_switch", apparmorSwitch).flag("cgmanager_wait", waitsForCgroupManager);
    job.objects("cgroups", cgroups.stream().map(CgroupState::write).toList());
  }
}
