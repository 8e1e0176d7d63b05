package org.upstart4j.jobfile.stanza;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstart4j.ProcessType;

/** The words that a stanza can begin with: the 35 of Upstart 1.13.2, and two of ChromeOS. */
public enum StanzaName {
  /** Names the instances of a job that runs more than once. */
  INSTANCE("instance"),
  /** Says what the job is. */
  DESCRIPTION("description"),
  /** Says who wrote the job. */
  AUTHOR("author"),
  /** Says which version the job is. */
  VERSION("version"),
  /** Sets a variable of the job's environment. */
  ENV("env"),
  /** Puts variables into the events that the job emits. */
  EXPORT("export"),
  /** Says on which events the job starts: {@code start on}. */
  START("start"),
  /** Says on which events the job stops: {@code stop on}. */
  STOP("stop"),
  /** Says which events the job's processes emit. */
  EMITS("emits"),
  /** Gives the main process as a command. */
  EXEC("exec"),
  /** Gives the main process as a shell script. */
  SCRIPT("script"),
  /** Gives the pre-start process, as a command or a script. */
  PRE_START("pre-start"),
  /** Gives the post-start process, as a command or a script. */
  POST_START("post-start"),
  /** Gives the pre-stop process, as a command or a script. */
  PRE_STOP("pre-stop"),
  /** Gives the post-stop process, as a command or a script. */
  POST_STOP("post-stop"),
  /** Says how the main process shows that it is ready. */
  EXPECT("expect"),
  /** Makes the job one that runs to its end. */
  TASK("task"),
  /** Sets the time-out or the signal of a stop. */
  KILL("kill"),
  /** Sets the signal of a reload. */
  RELOAD("reload"),
  /** Restarts the main process when it dies, or limits how often. */
  RESPAWN("respawn"),
  /** Says which ways to exit are no failure: {@code normal exit}. */
  NORMAL("normal"),
  /** Says where the output goes. */
  CONSOLE("console"),
  /** Sets the file creation mask. */
  UMASK("umask"),
  /** Sets the scheduling priority. */
  NICE("nice"),
  /** Sets how likely the kernel's out-of-memory killer takes the job. */
  OOM("oom"),
  /** Sets a resource limit. */
  LIMIT("limit"),
  /** Sets the root directory. */
  CHROOT("chroot"),
  /** Sets the working directory. */
  CHDIR("chdir"),
  /** Sets the user. */
  SETUID("setuid"),
  /** Sets the group. */
  SETGID("setgid"),
  /** Pauses the job's processes, for debugging Upstart itself. */
  DEBUG("debug"),
  /** Forgets the {@code start on} seen so far. */
  MANUAL("manual"),
  /** Says how to start the job, for people. */
  USAGE("usage"),
  /** Loads an AppArmor profile or switches to one. */
  APPARMOR("apparmor"),
  /** Puts the job into a control group. */
  CGROUP("cgroup"),
  /** Takes variables over from the environment. ChromeOS only. */
  IMPORT("import"),
  /** Creates files by the rules of a tmpfiles.d file. ChromeOS only. */
  TMPFILES("tmpfiles");

  private static final Map<String, StanzaName> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(StanzaName::text, Function.identity()));

  private final String text;

  StanzaName(String text) {
    this.text = text;
  }

  /**
   * Returns the name as it stands in a job file.
   *
   * @return for example {@code pre-start}
   */
  public String text() {
    return text;
  }

  /**
   * Returns the process that a stanza of this name gives.
   *
   * @return the process; nothing for a stanza that is not about a process
   */
  public Optional<ProcessType> process() {
    return switch (this) {
      case EXEC, SCRIPT -> Optional.of(ProcessType.MAIN);
      case PRE_START -> Optional.of(ProcessType.PRE_START);
      case POST_START -> Optional.of(ProcessType.POST_START);
      case PRE_STOP -> Optional.of(ProcessType.PRE_STOP);
      case POST_STOP -> Optional.of(ProcessType.POST_STOP);
      default -> Optional.empty();
    };
  }

  /**
   * Looks a name up.
   *
   * @param text a name as it stands in a job file; case counts
   * @return the name, or nothing if there is no such stanza
   */
  public static Optional<StanzaName> find(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  @Override
  public String toString() {
    return text;
  }
}
