package org.upstart4j.systemd.internal.convert;

import java.util.Optional;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.ProcessSource;
import org.upstart4j.jobfile.stanza.AppArmorStanza;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.KillTimeoutStanza;
import org.upstart4j.jobfile.stanza.LimitStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.NormalExitStanza;
import org.upstart4j.jobfile.stanza.RespawnLimitStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.unit.UnitSyntaxException;

/** Writes the unit of one job, and says of each of its stanzas what became of it. */
final class JobConverter {

  private final JobUnit job;
  private final Conditions conditions;
  private final Descriptions descriptions;
  private final Execution execution;
  private final Lifecycle lifecycle;
  private final Processes processes;
  private final Instances instances;

  JobConverter(JobUnit job, Conditions conditions) {
    this.job = job;
    this.conditions = conditions;
    this.descriptions = new Descriptions(job);
    this.execution = new Execution(job);
    this.lifecycle = new Lifecycle(job);
    this.processes = new Processes(job);
    this.instances = new Instances(job);
  }

  void convert() {
    conditions.implied(job);
    findOwner();
    if (job.shape() != Shape.TARGET) {
      processes.write();
      lifecycle.write();
      execution.write();
      new Defaults(job).find();
      findDefaultLog();
    }
    job.job().stanzas().forEach(this::convert);
  }

  private void findOwner() {
    if (job.options().isOwned(job.draft().name())) {
      job.foundImplicit(
          Outcome.byHand(
                  ConversionCode.NAME_OWNED,
                  "systemd or a package brings a unit of this name, and this one would replace it")
              .remedy("keep theirs and put what is yours into a drop-in, or rename the job"));
    }
  }

  private void findDefaultLog() {
    boolean isSaid = !job.job().stanzas(StanzaName.CONSOLE).isEmpty();
    if (!isSaid) {
      job.foundImplicit(execution.log());
    }
  }

  private void convert(Placed placed) {
    if (!counts(placed)) {
      job.found(placed, overridden(placed));
    } else if (placed.typed().name() == StanzaName.START) {
      conditions.start(job, placed);
    } else if (placed.typed().name() == StanzaName.STOP) {
      conditions.stop(job, placed);
    } else {
      job.found(placed, sayable(placed));
    }
  }

  /** Some values no unit can hold, such as a folder whose name ends with a blank. */
  private Outcome sayable(Placed placed) {
    try {
      return outcome(placed);
    } catch (UnitSyntaxException refused) {
      return Outcome.byHand(ConversionCode.UNSAYABLE, Processes.why(refused));
    }
  }

  /** Whether a stanza has a say: of those about the same thing the last one does. */
  private boolean counts(Placed placed) {
    TypedStanza typed = placed.typed();
    if (typed.name() == StanzaName.START) {
      return job.job().startOn().filter(last -> last == placed).isPresent();
    }
    boolean addsUp =
        typed instanceof ListStanza
            || typed instanceof FlagStanza
            || typed instanceof NormalExitStanza
            || typed instanceof CgroupStanza;
    return addsUp || job.job().last(typed.slot()).filter(last -> last == placed).isPresent();
  }

  private Outcome overridden(Placed placed) {
    String by =
        placed.typed().name() == StanzaName.START
            ? "a start on or manual behind it replaces it"
            : "a stanza behind it replaces it";
    return Outcome.dead(ConversionCode.OVERRIDDEN, by);
  }

  private Outcome outcome(Placed placed) {
    TypedStanza typed = placed.typed();
    Optional<ProcessSource> process = placed.process();
    if (process.isPresent()) {
      return processes.outcome(process.get().process());
    }
    return job.shape() == Shape.TARGET ? ofTarget(typed) : outcome(typed);
  }

  /** Without any process, only what people read and when it starts matters. */
  private Outcome ofTarget(TypedStanza typed) {
    return switch (typed.name()) {
      case DESCRIPTION, AUTHOR, VERSION, USAGE, EMITS, MANUAL, INSTANCE, EXPORT, DEBUG, TASK ->
          outcome(typed);
      default ->
          Outcome.dead(ConversionCode.NO_PROCESS, "the job has no process that it could be for");
    };
  }

  private Outcome outcome(TypedStanza typed) {
    return switch (typed.name()) {
      case DESCRIPTION -> descriptions.description();
      case AUTHOR, VERSION, USAGE -> descriptions.note(typed.name(), ((TextStanza) typed).text());
      case EMITS -> descriptions.note(typed.name(), String.join(" ", ((ListStanza) typed).words()));
      case ENV -> execution.env((EnvStanza) typed);
      case EXPORT -> conditions.export(job, (ListStanza) typed);
      case EXPECT -> lifecycle.expect();
      case TASK -> lifecycle.task();
      case KILL ->
          typed instanceof KillTimeoutStanza ? lifecycle.killTimeout() : lifecycle.killSignal();
      case RELOAD -> lifecycle.reloadSignal();
      case RESPAWN ->
          typed instanceof RespawnLimitStanza ? lifecycle.respawnLimit() : lifecycle.respawn();
      case NORMAL -> lifecycle.normalExit();
      case CONSOLE -> execution.console();
      case UMASK -> execution.umask();
      case NICE -> execution.nice();
      case OOM -> execution.oom();
      case LIMIT -> execution.limit(((LimitStanza) typed).resource());
      case CHROOT -> execution.chroot();
      case CHDIR -> execution.chdir();
      case SETUID -> execution.setuid();
      case SETGID -> execution.setgid();
      case APPARMOR -> execution.apparmor((AppArmorStanza) typed);
      case CGROUP -> execution.cgroup();
      case INSTANCE -> instances.instance();
      case MANUAL ->
          job.job().startOn().isPresent()
              ? Outcome.dead(ConversionCode.OVERRIDDEN, "a start on behind it replaces it")
              : Outcome.exact(ConversionCode.MANUAL, "nothing starts it by itself in either");
      case DEBUG ->
          Outcome.lost(ConversionCode.DEBUG, "systemd cannot hold a process before its program");
      case IMPORT ->
          Outcome.lost(ConversionCode.IMPORT, "a unit gets no variables of events to take over");
      case TMPFILES ->
          Outcome.approximate(
                  ConversionCode.TMPFILES, "systemd makes the files in a process before pre-start")
              .as(execution.tmpfiles(((ListStanza) typed).words()));
      case START, STOP, EXEC, SCRIPT, PRE_START, POST_START, PRE_STOP, POST_STOP ->
          throw new IllegalStateException("told elsewhere: " + typed.name());
    };
  }
}
