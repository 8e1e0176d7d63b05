package org.upstart4j.cli.prove.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The limits of this program as those that systemd gives to services. With them, limits that a job
 * does not set are the same on both machines.
 */
final class DefaultLimits {

  private static final Pattern LIMIT = Pattern.compile("Max (.+?) {2,}(\\S+) +(\\S+).*");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("cpu time", "CPU"),
          Map.entry("file size", "FSIZE"),
          Map.entry("data size", "DATA"),
          Map.entry("stack size", "STACK"),
          Map.entry("core file size", "CORE"),
          Map.entry("resident set", "RSS"),
          Map.entry("processes", "NPROC"),
          Map.entry("open files", "NOFILE"),
          Map.entry("locked memory", "MEMLOCK"),
          Map.entry("address space", "AS"),
          Map.entry("file locks", "LOCKS"),
          Map.entry("pending signals", "SIGPENDING"),
          Map.entry("msgqueue size", "MSGQUEUE"),
          Map.entry("nice priority", "NICE"),
          Map.entry("realtime priority", "RTPRIO"),
          Map.entry("realtime timeout", "RTTIME"));

  private DefaultLimits() {}

  /** The text of a {@code system.conf}. */
  static String systemConf() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/limits")).stream()
        .map(LIMIT::matcher)
        .filter(limit -> limit.matches() && NAMES.containsKey(limit.group(1)))
        .map(DefaultLimits::setting)
        .collect(Collectors.joining("\n", "[Manager]\n", "\n"));
  }

  private static String setting(Matcher limit) {
    return "DefaultLimit%s=%s:%s"
        .formatted(NAMES.get(limit.group(1)), value(limit.group(2)), value(limit.group(3)));
  }

  private static String value(String text) {
    return text.equals("unlimited") ? "infinity" : text;
  }
}
