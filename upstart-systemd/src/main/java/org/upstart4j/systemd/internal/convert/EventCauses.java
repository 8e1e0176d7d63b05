package org.upstart4j.systemd.internal.convert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.ValueTest;
import org.upstart4j.analysis.platform.ProvidedEvent;
import org.upstart4j.spi.NearNames;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.internal.convert.Cause.Coming;
import org.upstart4j.systemd.unit.UnitName;

/** What events that are about no job are on systemd, for a {@code start on}. */
final class EventCauses {

  /** Events of a boot that have come before any service with default dependencies starts. */
  private static final Set<String> MILESTONES =
      Set.of("filesystem", "local-filesystems", "virtual-filesystems", "all-swaps");

  /** Events that keys and the power cause, and the targets for them. */
  private static final Map<String, String> KEYS =
      Map.of(
          "control-alt-delete", "ctrl-alt-del.target",
          "keyboard-request", "kbrequest.target",
          "power-status-changed", "sigpwr.target");

  /** Events of display managers and of the Upstart of a user's session. */
  private static final Set<String> SESSION =
      Set.of(
          "desktop-session-start",
          "desktop-start",
          "desktop-end",
          "desktop-shutdown",
          "session-end",
          "xsession",
          "indicator-services-start",
          "indicator-services-end",
          "application-start",
          "application-end",
          "application-legacy-start",
          "application-click-start",
          "untrusted-helper-start");

  /** A runlevel without the word before it. */
  private static final Pattern RUNLEVELS = Pattern.compile("(?:runlevel)?(\\[[!^]?[0-6Ss-]{1,9}])");

  /** Names that people take for events, and what they mean. */
  private static final Map<String, String> INSTEAD =
      Map.of(
          "shutdown", "runlevel [016]",
          "halt", "runlevel 0",
          "poweroff", "runlevel 0",
          "reboot", "runlevel 6",
          "ctrlaltdel", "control-alt-delete",
          "boot", "runlevel [2345]",
          "multi-user", "runlevel [2345]");

  private static final Map<String, String> BRIDGES =
      Map.of(
          "socket", "a .socket unit; the program has to take it from LISTEN_FDS",
          "file", "a .path unit, which sees no deletion",
          "dbus", "a file in dbus-1/system-services that names the unit",
          "dbus-activation", "a file in dbus-1/system-services that names the unit",
          "dconf", "a program that watches dconf, and starts the unit");

  /** Containers that both know by the same name. */
  private static final Set<String> CONTAINERS = Set.of("lxc", "lxc-libvirt", "openvz");

  private static final Pattern DEVICE =
      Pattern.compile("(.+)-device-(added|changed|removed?|online|offline)");

  private final Graph graph;
  private final EventUnits events;
  private final Targets targets = new Targets();

  EventCauses(Graph graph, EventUnits events) {
    this.graph = graph;
    this.events = events;
  }

  Cause of(JobUnit job, Awaited awaited) {
    String event = awaited.event();
    if (event.equals("runlevel")) {
      return targets.runlevel(job, Runlevels.of(awaited));
    }
    if (event.equals("startup")) {
      return targets.early(job, startup(job));
    }
    if (MILESTONES.contains(event)) {
      return targets.multiUser(job, milestone(job));
    }
    if (event.equals("remote-filesystems")) {
      return targets
          .multiUser(job, milestone(job))
          .with(Line.unit(job.draft(), "After", "remote-fs.target"));
    }
    if (KEYS.containsKey(event)) {
      return key(job, event, KEYS.get(event));
    }
    if (event.startsWith("net-device-") || event.equals("static-network-up")) {
      return network(job, awaited);
    }
    if (event.equals("mounted") || event.equals("mounting")) {
      return mount(job, awaited);
    }
    if (event.equals("container") || event.equals("not-container")) {
      return container(job, awaited);
    }
    return other(job, awaited);
  }

  /** A task that has ended is started again with its target. */
  private static Outcome startup(JobUnit job) {
    return job.shape() == Shape.TASK
        ? Outcome.approximate(
            ConversionCode.MILESTONE,
            "it is started first of all at boot; unlike in Upstart again at each systemctl isolate")
        : Outcome.exact(ConversionCode.MILESTONE, "it is started first of all at boot");
  }

  /** What is not up in rescue.target is started again on the way back; Upstart's event is over. */
  private static Outcome milestone(JobUnit job) {
    if (job.shape() == Shape.TASK) {
      return Outcome.approximate(
          ConversionCode.MILESTONE,
          "services start when the file systems are there; unlike in Upstart a task also at each"
              + " systemctl isolate");
    }
    return Stops.staysInRescue(job)
        ? Outcome.exact(ConversionCode.MILESTONE, "services start when the file systems are there")
        : Outcome.approximate(
            ConversionCode.MILESTONE,
            "services start when the file systems are there; unlike in Upstart also on the way back"
                + " from rescue.target");
  }

  private Cause key(JobUnit job, String event, String target) {
    Draft draft = graph.other(target);
    if (draft.settings(Draft.UNIT).isEmpty()) {
      draft.add(Draft.UNIT, "Description", "Event " + event);
      draft.add(Draft.UNIT, "StopWhenUnneeded", "yes");
    }
    return Cause.of(
        Outcome.approximate(
            ConversionCode.KEY_OR_POWER,
            "systemd starts " + target + " then, which brings the job"),
        Coming.EVENT,
        Line.install(job.draft(), target));
  }

  private static Optional<String> literal(Awaited awaited, String variable) {
    return awaited
        .test(variable, List.of(variable))
        .filter(test -> test.isLiteral() && !test.negated())
        .map(ValueTest::value);
  }

  private Cause network(JobUnit job, Awaited awaited) {
    String event = awaited.event();
    if (event.equals("net-device-up")
        && literal(awaited, "IFACE").filter("lo"::equals).isPresent()) {
      return targets.multiUser(
          job,
          Outcome.approximate(
              ConversionCode.NETWORK, "systemd itself brings lo up before services"));
    }
    if (event.equals("net-device-up") || event.equals("static-network-up")) {
      boolean isOne = literal(awaited, "IFACE").isPresent();
      return targets.network(
          job,
          isOne
              ? "it waits for the network, whatever interface that is"
              : "it waits for the network once, instead of for each interface");
    }
    Optional<String> added = literal(awaited, "INTERFACE");
    if (event.equals("net-device-added") && added.isPresent()) {
      String device = "sys-subsystem-net-devices-" + UnitName.escape(added.get()) + ".device";
      return Cause.of(
          Outcome.approximate(ConversionCode.DEVICE, "the interface has a unit of its own"),
          Coming.EVENT,
          Line.install(job.draft(), device));
    }
    return Cause.unknown(device(job, "net", event));
  }

  private static Outcome device(JobUnit job, String subsystem, String event) {
    return event.endsWith("added") || event.endsWith("online")
        ? Outcome.byHand(
                ConversionCode.DEVICE, "a rule of udev has to say which devices bring the job")
            .remedy(
                "SUBSYSTEM==\"%s\", ACTION==\"add\", TAG+=\"systemd\", ENV{SYSTEMD_WANTS}+=\"%s\""
                    .formatted(subsystem, job.draft().name()))
        : Outcome.byHand(ConversionCode.DEVICE, "a unit can be started when a device comes only")
            .remedy(
                "SUBSYSTEM==\"%s\", ACTION==\"%s\", RUN+=\"/bin/systemctl --no-block start %s\""
                    .formatted(
                        subsystem,
                        event.contains("remove") ? "remove" : "change",
                        job.draft().name()));
  }

  private Cause mount(JobUnit job, Awaited awaited) {
    Optional<String> place =
        literal(awaited, "MOUNTPOINT").filter(path -> path.matches("/[^\\s%\"'\\\\]*"));
    if (place.isEmpty() || place.get().contains("/..")) {
      return Cause.unknown(
          Outcome.byHand(ConversionCode.MOUNT, "each mount point has a unit of its own")
              .remedy("name the mount units in [Install]"));
    }
    String unit = UnitName.escapePath(place.get()) + ".mount";
    if (awaited.event().equals("mounting")) {
      return Cause.of(
              Outcome.approximate(ConversionCode.MOUNT, "it is started before the mount unit"),
              Coming.EVENT,
              Line.install(job.draft(), unit))
          .with(
              Line.unit(job.draft(), "DefaultDependencies", "no"),
              Line.unit(job.draft(), "Before", unit));
    }
    if (Set.of("/", "/dev", "/proc", "/sys", "/run", "/usr").contains(place.get())) {
      return targets.early(
          job,
          Outcome.approximate(
              ConversionCode.MOUNT, "it is mounted before systemd starts the first unit"));
    }
    return Cause.of(
            Outcome.approximate(
                ConversionCode.MOUNT,
                "it is started with the mount unit; nothing waits for it, and other tests do not"
                    + " count"),
            Coming.EVENT,
            Line.install(job.draft(), unit))
        .with(Line.unit(job.draft(), "RequiresMountsFor", place.get()));
  }

  private Cause container(JobUnit job, Awaited awaited) {
    boolean isIn = awaited.event().equals("container");
    String kind = literal(awaited, "CONTAINER").filter(CONTAINERS::contains).orElse("container");
    return targets
        .early(
            job,
            Outcome.approximate(
                ConversionCode.CONTAINER, "systemd looks for a container in a way of its own"))
        .with(Line.unit(job.draft(), "ConditionVirtualization", isIn ? kind : "!container"));
  }

  private Cause other(JobUnit job, Awaited awaited) {
    String event = awaited.event();
    if (event.indexOf('$') >= 0) {
      return Cause.unknown(
          Outcome.byHand(ConversionCode.EVENT_VARIABLE, "which event is meant hangs on a variable")
              .remedy("name what starts it in [Install]"));
    }
    if (events.isEmitted(event)) {
      return emitted(job, awaited);
    }
    var device = DEVICE.matcher(event);
    if (device.matches()) {
      return Cause.unknown(device(job, device.group(1), event));
    }
    if (BRIDGES.containsKey(event)) {
      return Cause.unknown(
          Outcome.byHand(ConversionCode.BRIDGE, "systemd has no such event")
              .remedy("write " + BRIDGES.get(event)));
    }
    if (isOfSession(event)) {
      return Cause.unknown(
          Outcome.byHand(
                  ConversionCode.USER_SESSION,
                  "the event belongs to a user's session, which has units of its own")
              .remedy("move the unit to /etc/systemd/user, WantedBy=graphical-session.target"));
    }
    if (event.equals("login-session-start")) {
      return graphical(job);
    }
    if (event.equals("recovery")) {
      return Cause.of(
          Outcome.approximate(
              ConversionCode.RUNLEVEL, "a boot for recovery is one to rescue.target"),
          Coming.TARGET,
          Line.install(job.draft(), "rescue.target"));
    }
    return byProgram(job, awaited);
  }

  /** Whether an event belongs to the Upstart of a user's session. */
  static boolean isOfSession(String event) {
    return SESSION.contains(event) || event.startsWith(":sys:");
  }

  private static Cause graphical(JobUnit job) {
    return Cause.of(
            Outcome.approximate(
                ConversionCode.USER_SESSION,
                "it is started with the display manager, not with each of its sessions"),
            Coming.TARGET,
            Line.install(job.draft(), "graphical.target"))
        .with(Line.unit(job.draft(), "After", "display-manager.service"));
  }

  private Cause emitted(JobUnit job, Awaited awaited) {
    if (!awaited.tests().isEmpty()) {
      return Cause.unknown(
          Outcome.byHand(
                  ConversionCode.EVENT_VARIABLE,
                  "the unit of an event has no variables, so that they cannot decide")
              .remedy(
                  "where %s is emitted with these values, systemctl start %s"
                      .formatted(awaited.event(), job.draft().name())));
    }
    Outcome outcome =
        events.isPlain(awaited.event())
            ? Outcome.exact(
                ConversionCode.EMITTED_EVENT,
                "emitting it is starting its unit, which waits as long")
            : Outcome.approximate(
                ConversionCode.EMITTED_EVENT,
                "emitting it is starting its unit, which waits as long, but hands no variables on");
    return Cause.of(outcome, Coming.EVENT, pulls(job, awaited.event()));
  }

  /** The unit of an event fails if a job that it starts does, as the command that emits it does. */
  private Line[] pulls(JobUnit job, String event) {
    Draft unit = events.unit(event);
    String name = job.draft().name();
    return new Line[] {Line.unit(unit, "Requires", name), Line.unit(unit, "After", name)};
  }

  private Cause byProgram(JobUnit job, Awaited awaited) {
    String event = awaited.event();
    Optional<ProvidedEvent> provided = graph.folder().providers().platformEvent(event);
    Optional<String> emitter =
        provided
            .map(ProvidedEvent::by)
            .or(() -> events.promisedBy(event).map(by -> "the job \"" + by + "\""));
    if (emitter.isEmpty()) {
      return dead(awaited);
    }
    Outcome outcome =
        Outcome.byHand(
                ConversionCode.PROGRAM_EVENT,
                "it is emitted by %s, which has to start the event's unit instead"
                    .formatted(emitter.get()))
            .remedy("run systemctl start " + Units.event(event) + " where it is emitted");
    return awaited.tests().isEmpty() && !job.isTemplate()
        ? Cause.of(outcome, Coming.EVENT, pulls(job, event))
        : Cause.unknown(outcome);
  }

  private Cause dead(Awaited awaited) {
    return Cause.never(deadEvent(awaited));
  }

  /** What is said of an event that nobody emits. */
  Outcome deadEvent(Awaited awaited) {
    String event = awaited.event();
    Outcome outcome =
        Outcome.dead(
            ConversionCode.DEAD_EVENT,
            "neither these job files nor %s emit \"%s\""
                .formatted(graph.folder().target().name(), event));
    return outcome.remedy(
        meant(event)
            .map("\"%s\" may have been meant; write that"::formatted)
            .orElse(
                "if some program emits it, let that run systemctl start or stop %s instead"
                    .formatted(Units.base(awaited.placed().file().job()))));
  }

  private Optional<String> meant(String event) {
    var runlevels = RUNLEVELS.matcher(event);
    if (runlevels.matches()) {
      return Optional.of("runlevel " + runlevels.group(1));
    }
    if (INSTEAD.containsKey(event)) {
      return Optional.of(INSTEAD.get(event));
    }
    if (graph.folder().providers().hasJob(event)) {
      return Optional.of("started " + event);
    }
    List<String> near = NearNames.of(graph.folder().providers().events(), event);
    return near.isEmpty() ? Optional.empty() : Optional.of(String.join("\" or \"", near));
  }
}
