package org.upstart4j.cli.initctl;

import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.LogPriority;
import org.upstart4j.Version;

/** What concerns Upstart itself. */
final class SystemCommands {

  private SystemCommands() {}

  static int emit(Call call) {
    String name = call.needed(0, "event name");
    if (name.isEmpty()) {
      throw new Refused("Name may not be empty string");
    }
    Environment variables = call.environment(1);
    call.upstart().emit(new Event(name, variables), call.patience());
    return 0;
  }

  static int reload(Call call) {
    call.upstart().reloadConfiguration();
    return 0;
  }

  static int version(Call call) {
    Version version = call.upstart().version();
    call.say(version.text(), json -> json.member("version", version.text()));
    return 0;
  }

  static int logPriority(Call call) {
    Optional<String> wanted = call.word(0);
    if (wanted.isPresent()) {
      call.upstart().setLogPriority(priority(wanted.get()));
    } else {
      String priority = call.upstart().logPriority().text();
      call.say(priority, json -> json.member("priority", priority));
    }
    return 0;
  }

  private static LogPriority priority(String text) {
    try {
      return LogPriority.parse(text);
    } catch (IllegalArgumentException unknown) {
      throw new Refused("The log priority given was not recognised");
    }
  }

  static int notifyDisk(Call call) {
    call.upstart().notifyDiskWriteable();
    return 0;
  }

  static int notifyDbus(Call call) {
    String address = call.needed(0, "D-Bus address");
    call.upstart().notifyDbusAddress(address);
    return 0;
  }

  static int notifyCgroupManager(Call call) {
    String address = call.needed(0, "address");
    call.upstart().notifyCgroupManagerAddress(address);
    return 0;
  }
}
