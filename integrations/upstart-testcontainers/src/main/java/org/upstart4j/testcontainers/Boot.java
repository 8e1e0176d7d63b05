package org.upstart4j.testcontainers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.images.builder.Transferable;
import org.upstart4j.jobfile.JobFolder;

/**
 * What a container gets before its Upstart starts, and what starts it.
 *
 * @param transport how its Upstart is reached
 * @param jobs the job files
 * @param keepsImageJobs whether the image's own job files stay
 */
record Boot(Transport transport, JobFolder jobs, boolean keepsImageJobs) {

  static final int SOCKET_PORT = 7001;
  static final int BUS_PORT = 7002;
  static final String SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket";

  private static final String FOLDER = "/upstart4j/";
  private static final String JOBS = FOLDER + "init/";

  /** Anybody may read a job file, and only root may change it, as in any {@code /etc/init}. */
  private static final int MODE = 0100644;

  /** Returns the files by their paths in the container. */
  Map<String, Transferable> files() {
    Map<String, Transferable> files = new LinkedHashMap<>();
    files.put(FOLDER + "boot.sh", own("boot.sh"));
    files.put(FOLDER + "relay.pl", own("relay.pl"));
    files.put(FOLDER + "bus.xml", own("bus.xml"));
    ways().forEach(job -> files.put(JOBS + job, own(job)));
    jobs.files()
        .forEach((path, file) -> files.put(JOBS + path, Transferable.of(file.toBytes(), MODE)));
    return files;
  }

  /** Returns the command that puts the job files in place and becomes Upstart. */
  String[] command() {
    List<String> words = new ArrayList<>(List.of("/bin/sh", FOLDER + "boot.sh"));
    words.add(keepsImageJobs ? "keep" : "remove");
    words.addAll(programs());
    return words.toArray(String[]::new);
  }

  /** Returns the programs without which the transport does not work. */
  private List<String> programs() {
    return switch (transport) {
      case SOCKET -> List.of("perl");
      case BUS -> List.of("perl", "dbus-daemon");
      case INITCTL -> List.of("initctl");
    };
  }

  /** Returns the jobs that lead to Upstart. */
  private List<String> ways() {
    return switch (transport) {
      case SOCKET -> List.of("upstart4j-socket-relay.conf");
      case BUS ->
          List.of("upstart4j-socket-relay.conf", "upstart4j-bus.conf", "upstart4j-bus-relay.conf");
      case INITCTL -> List.of();
    };
  }

  /** Returns the ports that lead to Upstart. */
  List<Integer> ports() {
    return switch (transport) {
      case SOCKET -> List.of(SOCKET_PORT);
      case BUS -> List.of(SOCKET_PORT, BUS_PORT);
      case INITCTL -> List.of();
    };
  }

  /** Returns a file of this module. */
  static Transferable own(String name) {
    try (InputStream in = Objects.requireNonNull(Boot.class.getResourceAsStream(name), name)) {
      return Transferable.of(in.readAllBytes(), MODE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
