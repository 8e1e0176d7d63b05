package org.upstart4j.dbus.internal.server;

import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.LogPriority;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Variant;
import org.upstart4j.spi.ObjectPaths;

/** What Upstart itself can be asked and told. */
final class ManagerInterface {

  private final Buses buses;

  private final Interface<Upstart> type =
      new Interface<Upstart>(Interfaces.MANAGER)
          .method("ReloadConfiguration", "", "", ManagerInterface::reloadConfiguration)
          .method("GetJobByName", "s name", "o job", ManagerInterface::jobByName)
          .method("GetAllJobs", "", "ao jobs", ManagerInterface::allJobs)
          .method("GetState", "", "s state", ManagerInterface::state)
          .method("Restart", "", "", ManagerInterface::restart)
          .method("GetEnv", "as job_details, s name", "s value", EnvironmentMethods::get)
          .method("SetEnv", "as job_details, s var, b replace", "", EnvironmentMethods::set)
          .method("SetEnvList", "as job_details, as vars, b replace", "", EnvironmentMethods::set)
          .method("UnsetEnv", "as job_details, s name", "", EnvironmentMethods::unset)
          .method("UnsetEnvList", "as job_details, as name", "", EnvironmentMethods::unset)
          .method("ListEnv", "as job_details", "as env", EnvironmentMethods::list)
          .method("ResetEnv", "as job_details", "", EnvironmentMethods::reset)
          .method("EmitEvent", "s name, as env, b wait", "", ManagerInterface::emit)
          .method("EmitEventWithFile", "s name, as env, b wait, h file", "", FileEvents::emit)
          .method("NotifyDiskWriteable", "", "", ManagerInterface::notifyDiskWriteable)
          .method("NotifyDBusAddress", "s address", "", this::notifyDbusAddress)
          .method(
              "NotifyCGroupManagerAddress",
              "s address",
              "",
              ManagerInterface::notifyCgroupManagerAddress)
          .method("EndSession", "", "", ManagerInterface::endSession)
          .signal("JobAdded", "o job")
          .signal("JobRemoved", "o job")
          .signal("EventEmitted", "s name, as env")
          .signal("Restarted", "")
          .property("version", "s", upstart -> upstart.version().text())
          .property(
              "log_priority",
              "s",
              upstart -> upstart.logPriority().text(),
              ManagerInterface::logPriority);

  ManagerInterface(Buses buses) {
    this.buses = buses;
  }

  Interface<Upstart> type() {
    return type;
  }

  private static void reloadConfiguration(Upstart upstart, MethodCall call) {
    call.permit("reload configuration");
    upstart.reloadConfiguration();
    call.reply();
  }

  private static void jobByName(Upstart upstart, MethodCall call) {
    if (call.text(0).isEmpty()) {
      throw MethodCall.invalid("Name may not be empty string");
    }
    call.reply("o", ObjectPaths.job(upstart.job(call.text(0)).name()));
  }

  private static void allJobs(Upstart upstart, MethodCall call) {
    call.reply("ao", upstart.jobs().stream().map(Job::name).map(ObjectPaths::job).toList());
  }

  private static void state(Upstart upstart, MethodCall call) {
    call.permit("request state");
    call.reply("s", upstart.stateDump());
  }

  private static void restart(Upstart upstart, MethodCall call) {
    call.permit("request restart");
    upstart.reExec();
    call.reply();
  }

  private static void emit(Upstart upstart, MethodCall call) {
    Event event = event(call);
    if (call.flag(2)) {
      call.when(upstart.emitAsync(event), done -> call.reply());
    } else {
      upstart.emit(event, Wait.NO_WAIT);
      call.reply();
    }
  }

  /** Returns the event that a call wants to be emitted. */
  static Event event(MethodCall call) {
    call.permit("emit an event");
    if (call.text(0).isEmpty()) {
      throw MethodCall.invalid("Name may not be empty string");
    }
    return new Event(call.text(0), call.environment(1));
  }

  private static void notifyDiskWriteable(Upstart upstart, MethodCall call) {
    call.permit("notify disk is writeable");
    upstart.notifyDiskWriteable();
    call.reply();
  }

  /** The Upstart of a session joins the session's bus when it is told where that is. */
  private void notifyDbusAddress(Upstart upstart, MethodCall call) {
    call.permit("notify D-Bus address");
    String address = call.text(0);
    upstart.notifyDbusAddress(address);
    if (buses.isOnBus()) {
      call.reply();
    } else {
      call.when(Later.run(() -> buses.joinBus(address)), done -> call.reply());
    }
  }

  private static void notifyCgroupManagerAddress(Upstart upstart, MethodCall call) {
    call.permit("notify cgroup manager address");
    upstart.notifyCgroupManagerAddress(call.text(0));
    call.reply();
  }

  private static void endSession(Upstart upstart, MethodCall call) {
    call.permit("end session");
    upstart.endSession();
    call.reply();
  }

  private static void logPriority(Upstart upstart, MethodCall call) {
    call.permit("set log priority");
    String text = (String) ((Variant) call.argument(2)).value();
    LogPriority priority;
    try {
      priority = LogPriority.parse(text);
    } catch (IllegalArgumentException unknown) {
      throw MethodCall.invalid("The log priority given was not recognised");
    }
    upstart.setLogPriority(priority);
    call.reply();
  }
}
