package org.upstart4j.systemd.finding;

/** The kinds of findings. Their words never change. */
public enum ConversionCode {
  /** The program runs with the same words. */
  COMMAND("command"),
  /** The same shell reads the same line. */
  SHELL_LINE("shell-line"),
  /** The same shell reads the same script, from a file. */
  SCRIPT_FILE("script-file"),
  /** The program has no path, and is searched. */
  PROGRAM_SEARCH("program-search"),
  /** A variable that no setting can hold is set by a program. */
  ENV_BY_PROGRAM("env-by-program"),
  /** A pre-start may stop its own job. */
  PRE_START_STOPS("pre-start-stops"),
  /** The post-start of a task runs after it. */
  TASK_POST_START("task-post-start"),
  /** The pre-stop of a task never runs. */
  TASK_PRE_STOP("task-pre-stop"),
  /** A pre-stop has a limited time. */
  PRE_STOP_TIMEOUT("pre-stop-timeout"),
  /** A post-stop has a limited time. */
  POST_STOP_TIMEOUT("post-stop-timeout"),
  /** What a command is told when a start or a post-stop fails. */
  POST_STOP_ANSWER("post-stop-answer"),
  /** A failing post-stop does not end respawning. */
  POST_STOP_RESPAWN("post-stop-respawn"),
  /** The job has no process that the stanza could be for. */
  NO_PROCESS("no-process"),
  /** The job has no main process that the stanza could be for. */
  NO_MAIN_PROCESS("no-main-process"),
  /** A start waits for the end. */
  TASK("task"),
  /** The service is up once its program runs. */
  EXPECT("expect"),
  /** The process stops itself when it is ready. */
  EXPECT_STOP("expect-stop"),
  /** The program forks when it is ready. */
  EXPECT_FORK("expect-fork"),
  /** It is started again when it ends. */
  RESPAWN("respawn"),
  /** A task is started again until it ends well. */
  TASK_RESPAWN("task-respawn"),
  /** It is not started again too often. */
  RESPAWN_LIMIT("respawn-limit"),
  /** A limit of what never happens. */
  LIMIT_WITHOUT_RESPAWN("limit-without-respawn"),
  /** Starts by hand count, too. */
  START_LIMIT_MANUAL("start-limit-manual"),
  /** Ends that are good. */
  NORMAL_EXIT("normal-exit"),
  /** The signal of a stop. */
  KILL_SIGNAL("kill-signal"),
  /** The time before KILL. */
  KILL_TIMEOUT("kill-timeout"),
  /** Which processes a stop ends. */
  KILL_SCOPE("kill-scope"),
  /** A stop comes while it starts. */
  STOP_WHILE_STARTING("stop-while-starting"),
  /** How a service shows that it is up. */
  SERVICE_TYPE("service-type"),
  /** How long a start may take. */
  START_TIMEOUT("start-timeout"),
  /** Any number of starts. */
  NO_START_LIMIT("no-start-limit"),
  /** What a broken pipe does. */
  SIGPIPE("sigpipe"),
  /** The variables that all processes get. */
  BASE_ENVIRONMENT("base-environment"),
  /** The signal of a reload. */
  RELOAD_SIGNAL("reload-signal"),
  /** A variable. */
  ENV("env"),
  /** A variable for the job's events. */
  EXPORT("export"),
  /** A variable from an event. */
  IMPORT("import"),
  /** Where input and output are. */
  CONSOLE("console"),
  /** Where the log is. */
  CONSOLE_LOG("console-log"),
  /** The file creation mask. */
  UMASK("umask"),
  /** The priority. */
  NICE("nice"),
  /** Who is killed first without memory. */
  OOM_SCORE("oom-score"),
  /** How many files may be open. */
  OPEN_FILES("open-files"),
  /** A limit of a resource. */
  LIMIT("limit"),
  /** A soft limit over the hard one. */
  LIMIT_OVER_HARD("limit-over-hard"),
  /** The root folder. */
  CHROOT("chroot"),
  /** The working folder. */
  CHDIR("chdir"),
  /** A folder without a slash in front. */
  RELATIVE_FOLDER("relative-folder"),
  /** The user. */
  USER("user"),
  /** The group of a user. */
  GROUP("group"),
  /** A group without a user. */
  GROUP_ALONE("group-alone"),
  /** A profile of AppArmor. */
  APPARMOR("apparmor"),
  /** A control group. */
  CGROUP("cgroup"),
  /** Files that are made before the start. */
  TMPFILES("tmpfiles"),
  /** What names the instances. */
  INSTANCE("instance"),
  /** More than one variable names the instances. */
  INSTANCE_COMPOUND("instance-compound"),
  /** Nothing starts it by itself. */
  MANUAL("manual"),
  /** It waits for a debugger. */
  DEBUG("debug"),
  /** What it is. */
  DESCRIPTION("description"),
  /** Something for people only. */
  NOTE("note"),
  /** Another stanza replaces it. */
  OVERRIDDEN("overridden"),
  /** Upstart makes nothing of the file. */
  NOT_READ("not-read"),
  /** Upstart rejects the file here. */
  REJECTED("rejected"),
  /** Somebody else brings a unit of this name. */
  NAME_OWNED("name-owned"),
  /** No unit can hold the value. */
  UNSAYABLE("unsayable"),
  /** Two jobs would become one unit. */
  NAME_COLLISION("name-collision"),
  /** Events of a condition, put together. */
  COMBINATION("combination"),
  /** A runlevel. */
  RUNLEVEL("runlevel"),
  /** Something that happens once at each boot. */
  MILESTONE("milestone"),
  /** The network. */
  NETWORK("network"),
  /** A mounted file system. */
  MOUNT("mount"),
  /** A device. */
  DEVICE("device"),
  /** A container, or none. */
  CONTAINER("container"),
  /** A key, or the power. */
  KEY_OR_POWER("key-or-power"),
  /** A desktop or a user's session. */
  USER_SESSION("user-session"),
  /** A socket, a file, or a message on D-Bus. */
  BRIDGE("bridge"),
  /** Another job's start. */
  JOB_START("job-start"),
  /** Another job's stop. */
  JOB_STOP("job-stop"),
  /** Another job's end. */
  JOB_END("job-end"),
  /** A job that has another name, or none, on systemd. */
  OTHER_JOB("other-job"),
  /** Any job, or all whose names match. */
  ANY_JOB("any-job"),
  /** Which instance is meant is not said. */
  WHICH_INSTANCE("which-instance"),
  /** An event that a script emits. */
  EMITTED_EVENT("emitted-event"),
  /** An event that some program emits. */
  PROGRAM_EVENT("program-event"),
  /** A variable of an event. */
  EVENT_VARIABLE("event-variable"),
  /** Nobody emits the event. */
  DEAD_EVENT("dead-event"),
  /** Systemd stops it as the machine goes down. */
  STOPPED_AT_SHUTDOWN("stopped-at-shutdown"),
  /** A script calls Upstart. */
  CALLS_UPSTART("calls-upstart");

  private final String word;

  ConversionCode(String word) {
    this.word = word;
  }

  /** {@return the word for it in reports; it never changes} */
  public String word() {
    return word;
  }

  @Override
  public String toString() {
    return word;
  }
}
