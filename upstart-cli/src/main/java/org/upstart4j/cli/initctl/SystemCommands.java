package org.upstart4j.cli.initctl;

import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.LogPriority;
import org.upstart4j.Upstart;
import org.upstart4j.Version;
import org.upstart4j.cli.command.Invocation;

/** What concerns Upstart itself. */
public final class SystemCommands {

  private SystemCommands() {}

  public static int emit(Invocation call) {
    String name = new CommandAnswers(call).needed(0, "event name");
    if (name.isEmpty()) {
      throw new InitctlRefusal("Name may not be empty string");
    }
    Environment variables = new CommandAnswers(call).environment(1);
    Upstart upstart = call.upstart();
    try (WaitingLine waiting = WaitingLine.ofEvent(call, name)) {
      upstart.emit(new Event(name, variables), call.patience());
    }
    return 0;
  }

  public static int reload(Invocation call) {
    call.upstart().reloadConfiguration();
    return 0;
  }

  public static int version(Invocation call) {
    Version version = call.upstart().version();
    new CommandAnswers(call).say(version.text(), json -> json.member("version", version.text()));
    return 0;
  }

  public static int logPriority(Invocation call) {
    Optional<String> wanted = call.arguments().word(0);
    if (wanted.isPresent()) {
      call.upstart().setLogPriority(priority(wanted.get()));
    } else {
      String priority = call.upstart().logPriority().text();
      new CommandAnswers(call).say(priority, json -> json.member("priority", priority));
    }
    return 0;
  }

  private static LogPriority priority(String text) {
    try {
      return LogPriority.parse(text);
    } catch (IllegalArgumentException unknown) {
      throw new InitctlRefusal("The log priority given was not recognised");
    }
  }

  public static int notifyDisk(Invocation call) {
    call.upstart().notifyDiskWriteable();
    return 0;
  }

  public static int notifyDbus(Invocation call) {
    String address = new CommandAnswers(call).needed(0, "D-Bus address");
    call.upstart().notifyDbusAddress(address);
    return 0;
  }

  public static int notifyCgroupManager(Invocation call) {
    String address = new CommandAnswers(call).needed(0, "address");
    call.upstart().notifyCgroupManagerAddress(address);
    return 0;
  }
}
