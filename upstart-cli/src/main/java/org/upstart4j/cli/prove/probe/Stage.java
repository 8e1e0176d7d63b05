package org.upstart4j.cli.prove.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.upstart4j.ProcessType;
import org.upstart4j.cli.prove.trace.TraceFolder;

/**
 * The folder in which the probes of a machine are and note what happens. Each machine has its own,
 * but its processes see it at the same path.
 *
 * @param path the path at which processes see it, of letters that no shell reads
 * @param contents where it is
 * @param jobs the jobs, in a fixed order
 */
public record Stage(Path path, Path contents, List<String> jobs) {

  private static final String PROBES = "probes";
  private static final String RUN = "run";

  /**
   * Makes a stage.
   *
   * @param path the path at which processes see it
   * @param contents where it is
   * @param jobs the jobs, in a fixed order
   */
  public Stage {
    jobs = List.copyOf(jobs);
  }

  /** {@return where the probes note what happens} */
  public TraceFolder trace() {
    return new TraceFolder(contents.resolve("trace"));
  }

  /** {@return where the helper scripts of units are, as processes see it} */
  public Path helpers() {
    return path.resolve("helpers");
  }

  /** {@return a folder that stands for one that is not there, as processes see it} */
  public Path workFolder() {
    return path.resolve("folder");
  }

  /**
   * Says where a probe is.
   *
   * @param probe the probe
   * @return its path, as processes see it
   */
  public Path program(Probe probe) {
    return path.resolve(PROBES).resolve(name(probe)).resolve(RUN);
  }

  /**
   * Says under which name a probe notes what happens.
   *
   * @param probe the probe
   * @return the name, without blanks
   */
  public String name(Probe probe) {
    return jobs.indexOf(probe.job()) + "." + probe.process().text();
  }

  /**
   * Says which probe it is.
   *
   * @param name a name under which something was noted
   * @return the job and process in words
   */
  public String label(String name) {
    int dot = name.indexOf('.');
    return jobs.get(Integer.parseInt(name.substring(0, dot)))
        + " "
        + name.substring(dot + 1).replace('.', ' ');
  }

  /**
   * Makes the folder and the probes in it.
   *
   * @throws IOException if it cannot be made
   */
  public void create() throws IOException {
    Files.createDirectory(contents, mode("rwxr-xr-x"));
    open(contents, "rwxr-xr-x");
    trace().create();
    for (String folder : List.of("helpers", "folder", PROBES)) {
      open(Files.createDirectory(contents.resolve(folder)), "rwxr-xr-x");
    }
    Pipe.create(contents.resolve("idle"));
    byte[] program = program();
    for (String job : jobs) {
      for (ProcessType process : ProcessType.values()) {
        Path folder = folder(new Probe(job, process));
        open(Files.createDirectory(folder), "rwxr-xr-x");
        open(Files.write(folder.resolve(RUN), program), "rwxr-xr-x");
        behave(new Probe(job, process), Behaviour.begin());
      }
    }
  }

  private Path folder(Probe probe) {
    return contents.resolve(PROBES).resolve(name(probe));
  }

  /**
   * Says what a probe does from its next start, and how it answers to signals from now on.
   *
   * @param probe the probe
   * @param behaviour what it does
   * @throws IOException if it cannot be said
   */
  public void behave(Probe probe, Behaviour behaviour) throws IOException {
    Path written = folder(probe).resolve("behaviour.new");
    open(Files.writeString(written, behaviour.text()), "rw-r--r--");
    Files.move(written, folder(probe).resolve("behaviour"), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Takes the program of a probe away, so that it cannot be run.
   *
   * @param probe the probe
   * @throws IOException if it cannot be taken away
   */
  public void remove(Probe probe) throws IOException {
    Files.deleteIfExists(folder(probe).resolve(RUN));
  }

  private static byte[] program() throws IOException {
    try (InputStream text = Stage.class.getResourceAsStream("probe.sh")) {
      if (text == null) {
        throw new IllegalStateException("The resource probe.sh is missing");
      }
      return text.readAllBytes();
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  /** Lets all users in, whatever the mask of this program. */
  private static void open(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  /** Ends the probes that still run: Upstart leaves some processes to themselves. */
  public void endProbes() {
    ProcessHandle.allProcesses().filter(this::isProbe).forEach(ProcessHandle::destroyForcibly);
  }

  private boolean isProbe(ProcessHandle process) {
    try {
      Path words = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
      return Files.readString(words, StandardCharsets.ISO_8859_1).contains(path + "/probes/");
    } catch (IOException gone) {
      return false;
    }
  }
}
