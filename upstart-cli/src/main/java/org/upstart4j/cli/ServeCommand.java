package org.upstart4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.Wait;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.ShellWords;
import org.upstart4j.cli.terminal.HeapWatch;
import org.upstart4j.cli.terminal.ProgramEnd;
import org.upstart4j.cli.terminal.StandardOutput;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.HostProcesses;

/** {@code upstart serve}: an engine of this project, served on D-Bus. */
final class ServeCommand {

  private static final Option CONFDIR =
      Option.CONFDIR.meaning("the folder of job files, laid out as /etc/init");
  private static final Option LOGDIR =
      Option.text(
          "logdir",
          "DIR",
          "the folder for the output of jobs, made if missing; by default it is discarded");
  private static final Option ADDRESS =
      Option.text("address", "ADDRESS", "listen at this address, without a bus");
  private static final Option SYSTEM_BUS =
      Option.flag("system-bus", "take the name of Upstart on the system bus");
  private static final Option SESSION_BUS =
      Option.flag("session-bus", "take the name of Upstart on the session bus");
  private static final Option USER =
      Option.USER.meaning("behave as the Upstart of a session, not as process 1");
  private static final Option NO_INHERIT_ENV =
      Option.flag(
          "no-inherit-env", "do not pass this program's variables to the jobs of a session");
  private static final Option STARTUP_EVENT =
      Option.text("startup-event", "EVENT", "emit this event once all is ready, as process 1 does");

  private final Invocation call;
  private final Optional<String> address;

  private ServeCommand(Invocation call) {
    this.call = call;
    this.address = call.value(ADDRESS);
  }

  /** What the command takes. */
  static CommandForm form() {
    return CommandForm.of(call -> new ServeCommand(call).run())
        .with(CONFDIR)
        .with(Option.READER)
        .with(LOGDIR, ADDRESS, SYSTEM_BUS, SESSION_BUS)
        .with(USER, NO_INHERIT_ENV, STARTUP_EVENT)
        .noting(
            "Ends on SIGINT, on SIGTERM and when its session ends, with all processes of its jobs.",
            "An ADDRESS is unix:abstract=NAME or unix:path=FILE. Its clients find it in"
                + " UPSTART_SESSION:",
            "  upstart serve --confdir init \\",
            "    --address unix:abstract=/my/upstart",
            "  UPSTART_SESSION=unix:abstract=/my/upstart initctl list");
  }

  private int run() throws IOException {
    String folder =
        call.value(CONFDIR)
            .orElseThrow(() -> new Misuse("say where the job files are: --confdir DIR"));
    if (address.isEmpty() && !call.has(SYSTEM_BUS) && !call.has(SESSION_BUS)) {
      throw new Misuse("say where to listen: --address, --system-bus or --session-bus");
    }
    serve(Path.of(folder));
    return 0;
  }

  private void serve(Path folder) throws IOException {
    try (EmbeddedUpstart upstart = engine(folder);
        UpstartDbusServer server = UpstartDbusServer.of(upstart);
        SessionFile session = session()) {
      listen(server);
      session.write();
      announce(folder, upstart.jobs().size());
      HeapWatch.start();
      ProgramEnd.hook(new Thread(() -> end(upstart, server, session), "upstart-shutdown"));
      call.value(STARTUP_EVENT).ifPresent(event -> upstart.emit(Event.of(event), Wait.NO_WAIT));
      upstart.awaitClose();
    }
  }

  /** Says where it is, and what a client needs to find it. */
  private void announce(Path folder, int jobs) {
    PrintWriter out = call.out();
    String what = jobs == 1 ? "1 job" : jobs + " jobs";
    out.println("Serving " + what + " of " + Visible.text(folder.toString()));
    if (address.isPresent()) {
      String at = address.get();
      out.println("Listening at " + Visible.text(at) + "; for clients:");
      out.println("export UPSTART_SESSION=" + Visible.text(ShellWords.quote(at)));
    }
    if (call.has(SYSTEM_BUS)) {
      out.println("On the system bus; for clients: upstart list --system");
    }
    if (call.has(SESSION_BUS)) {
      out.println("On the session bus; for clients: upstart list --session");
    }
    out.flush();
  }

  private static void end(EmbeddedUpstart upstart, UpstartDbusServer server, SessionFile session) {
    session.close();
    upstart.close();
    server.close();
  }

  private EmbeddedUpstart engine(Path folder) throws IOException {
    EmbeddedUpstartBuilder builder =
        EmbeddedUpstart.builder()
            .folder(folder)
            .processes(processes())
            .version(call.version())
            .userSession(call.has(USER))
            .inheritEnvironment(!call.has(NO_INHERIT_ENV));
    Optional<String> logs = call.value(LOGDIR);
    if (logs.isPresent()) {
      builder.logFolder(writable(Path.of(logs.get())));
    }
    // the jobs' own initctl finds it there; otherwise it looks for process 1
    address.ifPresent(builder::sessionAddress);
    return builder.build();
  }

  /** Knows how daemons end where this Java can, and leaves no zombies as process 1. */
  private static HostProcesses processes() {
    HostProcesses processes = HostProcesses.withInitctl();
    return HostProcesses.canReap() ? processes.reaping() : processes;
  }

  private static Path writable(Path logs) throws IOException {
    if (!Files.exists(logs)) {
      Files.createDirectories(logs);
    }
    if (!Files.isDirectory(logs)) {
      throw new FileSystemException(logs.toString(), null, "no folder for logs");
    }
    if (!Files.isWritable(logs)) {
      throw new AccessDeniedException(logs.toString());
    }
    return logs;
  }

  private void listen(UpstartDbusServer server) {
    address.ifPresent(server::listen);
    if (call.has(SYSTEM_BUS)) {
      server.joinSystemBus();
    }
    if (call.has(SESSION_BUS)) {
      server.joinSessionBus();
    }
  }

  /** Where the clients of a session look for it: a session with an address has such a file. */
  private SessionFile session() {
    @Nullable String runtime = call.variable("XDG_RUNTIME_DIR");
    if (address.isEmpty() || runtime == null || !call.has(USER)) {
      return new SessionFile(null, "");
    }
    Path folder = Path.of(runtime, "upstart", "sessions");
    return new SessionFile(
        folder.resolve(ProcessHandle.current().pid() + ".session"), address.get());
  }

  /** The file that tells where a session's Upstart is. */
  private record SessionFile(@Nullable Path file, String address) implements AutoCloseable {

    void write() throws IOException {
      if (file != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "UPSTART_SESSION=" + address + "\n");
      }
    }

    @Override
    public void close() {
      try {
        if (file != null) {
          Files.deleteIfExists(file);
        }
      } catch (IOException left) {
        // the next session of this process id overwrites it
        StandardOutput.errors()
            .println("upstart serve: " + file + " could not be removed: " + left.getMessage());
      }
    }
  }
}
