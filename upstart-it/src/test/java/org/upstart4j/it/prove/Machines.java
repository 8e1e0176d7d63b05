package org.upstart4j.it.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.prove.BothMachines;
import org.upstart4j.cli.prove.machine.EngineSupervisor;
import org.upstart4j.cli.prove.machine.SystemdHost;
import org.upstart4j.cli.prove.machine.Units;
import org.upstart4j.cli.prove.probe.Stage;
import org.upstart4j.cli.prove.trace.Comparison;
import org.upstart4j.embedded.HostProcesses;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.systemd.Conversion;
import org.upstart4j.systemd.ConvertedFile;
import org.upstart4j.systemd.SystemdConversion;

/** The engine and a systemd of this machine, fresh ones for each row. */
final class Machines {

  private static final UpstartVersion VERSION = UpstartVersion.NEWEST;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** What a busy machine brings about does not come again and again. */
  static final int TRIES = 4;

  private Machines() {}

  static Played play(Row row) {
    Played played = playOnce(row);
    for (int again = 1; again < TRIES && isOnlyLate(played.comparison()); again++) {
      played = playOnce(row);
    }
    RowResults.add(played.differences().isEmpty());
    return played;
  }

  private static boolean isOnlyLate(Comparison comparison) {
    return !comparison.differences().isEmpty()
        && comparison.differences().stream().allMatch(found -> found.kind().isTemporal());
  }

  static Played playOnce(Row row) {
    SystemdHost.Ready host = TestedSystemd.host();
    try (OpenFolder open = OpenFolder.create()) {
      Path folder = open.path().resolve("row");
      Stage stage = BothMachines.stage(folder, List.of(Row.JOB));
      JobFolder jobs = row.folder(stage);
      SystemdConversion conversion =
          row.options().apply(SystemdConversion.to(host.version()).from(Target.of(VERSION)));
      Conversion converted = conversion.withHelpersIn(stage.helpers().toString()).convert(jobs);
      Comparison comparison =
          new BothMachines(host, VERSION, LIMIT)
              .play(
                  row.scenario(),
                  folder,
                  List.of(Row.JOB),
                  units(row, converted),
                  logs -> new EngineSupervisor(jobs, VERSION, logs, processes(row), LIMIT));
      return new Played(row, converted, comparison);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HostProcesses processes(Row row) {
    return row.callsUpstart() ? HostProcesses.withInitctl() : new HostProcesses();
  }

  private static Units units(Row row, Conversion conversion) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    conversion.files().forEach((path, file) -> files.put(path, bytes(row, file)));
    return new Units(files, conversion.units(), conversion.enabled());
  }

  private static byte[] bytes(Row row, ConvertedFile file) {
    return file instanceof ConvertedFile.Unit unit
        ? row.breaks().apply(unit.file()).toBytes()
        : file.bytes();
  }

  /**
   * A folder whose files any user can reach.
   *
   * @param path where it is
   */
  private record OpenFolder(Path path) implements AutoCloseable {

    static OpenFolder create() throws IOException {
      Path path = Files.createTempDirectory("upstart4j-row-");
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
      return new OpenFolder(path);
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
