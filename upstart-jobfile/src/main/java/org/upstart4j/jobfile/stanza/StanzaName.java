package org.upstart4j.jobfile.stanza;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The words that a stanza can begin with: the 35 of Upstart 1.13.2, and two of ChromeOS. A name
 * that not every version knows says which feature it is.
 */
public enum StanzaName {
  /** Names the instances of a job that runs more than once. */
  INSTANCE("instance", Argument.TEXT),
  /** Says what the job is. */
  DESCRIPTION("description", Argument.TEXT),
  /** Says who wrote the job. */
  AUTHOR("author", Argument.TEXT),
  /** Says which version the job is. */
  VERSION("version", Argument.TEXT),
  /** Sets a variable of the job's environment. */
  ENV("env"),
  /** Puts variables into the events that the job emits. */
  EXPORT("export", Argument.WORDS),
  /** Says on which events the job starts: {@code start on}. */
  START("start", Argument.CONDITION),
  /** Says on which events the job stops: {@code stop on}. */
  STOP("stop", Argument.CONDITION),
  /** Says which events the job's processes emit. */
  EMITS("emits", Argument.WORDS),
  /** Gives the main process as a command. */
  EXEC("exec", ProcessType.MAIN),
  /** Gives the main process as a shell script. */
  SCRIPT("script", ProcessType.MAIN),
  /** Gives the pre-start process, as a command or a script. */
  PRE_START("pre-start", ProcessType.PRE_START),
  /** Gives the post-start process, as a command or a script. */
  POST_START("post-start", ProcessType.POST_START),
  /** Gives the pre-stop process, as a command or a script. */
  PRE_STOP("pre-stop", ProcessType.PRE_STOP),
  /** Gives the post-stop process, as a command or a script. */
  POST_STOP("post-stop", ProcessType.POST_STOP),
  /** Says how the main process shows that it is ready. */
  EXPECT("expect"),
  /** Makes the job one that runs to its end. */
  TASK("task", Argument.NONE),
  /** Sets the time-out or the signal of a stop. */
  KILL("kill", Argument.SIGNAL),
  /** Sets the signal of a reload. */
  RELOAD("reload", Argument.SIGNAL, Feature.RELOAD_SIGNAL),
  /** Restarts the main process when it dies, or limits how often. */
  RESPAWN("respawn", Argument.NONE),
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
  CHROOT("chroot", Argument.TEXT),
  /** Sets the working directory. */
  CHDIR("chdir", Argument.TEXT),
  /** Sets the user. */
  SETUID("setuid", Argument.TEXT, Feature.SETUID),
  /** Sets the group. */
  SETGID("setgid", Argument.TEXT, Feature.SETGID),
  /** Pauses the job's processes, for debugging Upstart itself. */
  DEBUG("debug", Argument.NONE, Feature.DEBUG),
  /** Forgets the {@code start on} seen so far. */
  MANUAL("manual", Argument.NONE, Feature.MANUAL),
  /** Says how to start the job, for people. */
  USAGE("usage", Argument.TEXT, Feature.USAGE),
  /** Loads an AppArmor profile or switches to one. */
  APPARMOR("apparmor", Argument.OTHER, Feature.APPARMOR),
  /** Puts the job into a control group. */
  CGROUP("cgroup", Argument.OTHER, Feature.CGROUP),
  /** Takes variables over from the environment. ChromeOS only. */
  IMPORT("import", Argument.WORDS, Feature.IMPORT),
  /** Creates files by the rules of a tmpfiles.d file. ChromeOS only. */
  TMPFILES("tmpfiles", Argument.WORDS, Feature.TMPFILES);

  private static final Map<String, StanzaName> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(StanzaName::text, Function.identity()));

  private final String text;
  private final Argument argument;
  private final @Nullable ProcessType process;
  private final @Nullable Feature feature;

  /** A stanza that every version knows. */
  StanzaName(String text) {
    this(text, Argument.OTHER);
  }

  /** A stanza that gives a process. */
  StanzaName(String text, ProcessType process) {
    this(text, Argument.OTHER, process, null);
  }

  /** A stanza of a common form that every version knows. */
  StanzaName(String text, Argument argument) {
    this(text, argument, null, null);
  }

  /** A stanza that only some versions know. */
  StanzaName(String text, Argument argument, Feature feature) {
    this(text, argument, null, feature);
  }

  StanzaName(
      String text, Argument argument, @Nullable ProcessType process, @Nullable Feature feature) {
    this.text = text;
    this.argument = argument;
    this.process = process;
    this.feature = feature;
  }

  /** {@return the name as it stands in a job file, for example {@code pre-start}} */
  public String text() {
    return text;
  }

  /**
   * {@return the process that a stanza of this name gives; nothing for a stanza that is not about a
   * process}
   */
  public Optional<ProcessType> process() {
    return Optional.ofNullable(process);
  }

  /** {@return what a version must have to know the name; nothing if all know it} */
  public Optional<Feature> feature() {
    return Optional.ofNullable(feature);
  }

  /**
   * Says whether a version knows stanzas of this name.
   *
   * @param version the version
   * @return false if it rejects them as unknown
   */
  public boolean isKnownTo(UpstartVersion version) {
    return feature == null || version.has(feature);
  }

  /** Says what stands after the name. */
  boolean takes(Argument kind) {
    return argument == kind;
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
