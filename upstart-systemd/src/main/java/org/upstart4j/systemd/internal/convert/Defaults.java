package org.upstart4j.systemd.internal.convert;

import java.util.Arrays;
import java.util.List;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.KillTimeoutStanza;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.jobfile.stanza.RespawnLimitStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.option.EnvironmentStyle;
import org.upstart4j.systemd.option.KillMode;

/** What Upstart does without being told, and the unit has to say. */
final class Defaults {

  private final JobUnit job;
  private final JobDefinition definition;
  private final Draft draft;

  Defaults(JobUnit job) {
    this.job = job;
    this.definition = job.definition();
    this.draft = job.draft();
  }

  /** Says all of it, of a unit that is written but for what stanzas add. */
  void find() {
    job.foundImplicit(
        said(
            Outcome.exact(ConversionCode.SIGPIPE, "a broken pipe ends a process in both"),
            "IgnoreSIGPIPE"));
    job.foundImplicit(environment());
    job.foundImplicit(
        said(
            Outcome.exact(ConversionCode.START_TIMEOUT, "a start may take any time"),
            "TimeoutStartSec"));
    if (definition.processes().containsKey(ProcessType.MAIN)) {
      findOfMain();
    } else {
      job.foundImplicit(
          said(
              Outcome.exact(
                  ConversionCode.SERVICE_TYPE,
                  "without a main process it runs from the end of pre-start until it is stopped"),
              "Type",
              "RemainAfterExit"));
    }
    findLimit();
    if (job.options().has(240) && !definition.limits().containsKey(Resource.NOFILE)) {
      job.foundImplicit(
          Outcome.approximate(
                  ConversionCode.OPEN_FILES,
                  "processes may raise their limit of open files to 524288; Upstart hands on the"
                      + " kernel's 4096")
              .remedy("LimitNOFILE=1024:4096 if a program closes all files that it may have"));
    }
    if (definition.processes().containsKey(ProcessType.PRE_START)) {
      job.foundImplicit(
          Outcome.approximate(
              ConversionCode.STOP_WHILE_STARTING,
              "a stop while it starts ends pre-start with the kill signal; Upstart waits for its"
                  + " end"));
    }
    if (definition.processes().containsKey(ProcessType.POST_STOP)) {
      job.foundImplicit(
          Outcome.approximate(
              ConversionCode.POST_STOP_ANSWER,
              "a start that fails is told so after post-stop, in Upstart before it; and a stop"
                  + " succeeds even if post-stop fails"));
    }
  }

  private Outcome environment() {
    if (job.options().environment() != EnvironmentStyle.STRICT) {
      return Outcome.approximate(
          ConversionCode.BASE_ENVIRONMENT,
          "processes get systemd's path and variables instead of Upstart's");
    }
    return job.options().has(235)
        ? Outcome.exact(
                ConversionCode.BASE_ENVIRONMENT,
                "processes get Upstart's variables; INVOCATION_ID and the like are systemd's own")
            .as("Environment=")
            .as("UnsetEnvironment=")
        : Outcome.approximate(
                ConversionCode.BASE_ENVIRONMENT,
                "processes get Upstart's variables, and those that systemd sets for each user")
            .as("Environment=");
  }

  private void findOfMain() {
    if (job.shape() == Shape.SERVICE) {
      findOfService();
    }
    if (job.options().killMode() == KillMode.CONTROL_GROUP) {
      job.foundImplicit(
          Outcome.approximate(
                  ConversionCode.KILL_SCOPE,
                  "systemd ends all processes of the service with the main one; Upstart only those"
                      + " of its process group, and waits for the main one only")
              .as("KillMode=control-group")
              .remedy("convert with the kill mode process if children must live on"));
    }
    if (definition.processes().containsKey(ProcessType.POST_STOP)) {
      job.foundImplicit(
          said(
                  Outcome.approximate(
                      ConversionCode.POST_STOP_TIMEOUT,
                      "systemd ends post-stop after the same time, Upstart lets it take its time"),
                  "TimeoutStopSec")
              .remedy("set TimeoutStopSec= to what it needs at most"));
    }
    if (hasNo(KillTimeoutStanza.class)) {
      job.foundImplicit(
          said(
              Outcome.exact(ConversionCode.KILL_TIMEOUT, "the same time passes before KILL"),
              "TimeoutStopSec"));
    }
  }

  private void findOfService() {
    Outcome type =
        Outcome.exact(
            ConversionCode.SERVICE_TYPE,
            "a start fails in both if the program cannot be run, and is not tried again");
    if (job.options().has(240)) {
      job.foundImplicit(said(type, "Type", "RestartPreventExitStatus").since(240));
    } else {
      job.foundImplicit(
          said(
              Outcome.approximate(
                  ConversionCode.SERVICE_TYPE,
                  "a start succeeds even if the program cannot be run"),
              "Type",
              "RestartPreventExitStatus"));
    }
    if (job.job().stanzas(StanzaName.RELOAD).isEmpty()) {
      job.foundImplicit(
          said(
              Outcome.exact(ConversionCode.RELOAD_SIGNAL, "a reload sends HUP to the main process"),
              "ExecReload"));
    }
  }

  private void findLimit() {
    boolean isLimited = !draft.settings(Draft.UNIT).contains(unlimited());
    if (!definition.respawn() || !definition.processes().containsKey(ProcessType.MAIN)) {
      job.foundImplicit(
          Outcome.exact(
                  ConversionCode.NO_START_LIMIT, "it may be started any number of times in both")
              .as(unlimited().toString()));
    } else if (isLimited && hasNo(RespawnLimitStanza.class)) {
      job.foundImplicit(
          said(
              Outcome.exact(
                  ConversionCode.RESPAWN_LIMIT,
                  "systemd counts the first start, too, so that the limit is one more"),
              "StartLimitIntervalSec",
              "StartLimitBurst"));
    }
    if (isLimited && draft.has(Draft.SERVICE, "Restart")) {
      job.foundImplicit(
          said(
                  Outcome.approximate(
                      ConversionCode.START_LIMIT_MANUAL,
                      "starts by hand count as well, and are refused until the interval has"
                          + " passed"),
                  "StartLimitBurst")
              .remedy("systemctl reset-failed UNIT before such a start"));
    }
  }

  private Draft.Setting unlimited() {
    String key = job.options().has(230) ? "StartLimitIntervalSec" : "StartLimitInterval";
    return new Draft.Setting(key, "0");
  }

  private boolean hasNo(Class<? extends TypedStanza> kind) {
    return job.job().stanzas().stream().noneMatch(placed -> kind.isInstance(placed.typed()));
  }

  /** The outcome as said by the settings of some keys, as they are written. */
  private Outcome said(Outcome outcome, String... keys) {
    List<String> wanted = Arrays.asList(keys);
    return outcome.as(
        draft.sections().stream()
            .flatMap(section -> draft.settings(section).stream())
            .filter(setting -> wanted.contains(setting.key()))
            .map(Draft.Setting::toString)
            .toList());
  }
}
