package org.upstart4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.Wait;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Output;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.HostProcesses;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code upstart serve}: an Upstart of our own, served on D-Bus. */
final class ServeCommand implements Callable<Integer> {

  private final OptionSpec confdir =
      Specs.text("DIR", "The folder of job files, laid out as /etc/init.", "--confdir");
  private final OptionSpec dialect = Specs.dialect();
  private final OptionSpec logdir =
      Specs.text(
          "DIR",
          "Where the output of jobs goes, made if it is not there; by default it is thrown away.",
          "--logdir");
  private final OptionSpec address =
      Specs.text("ADDRESS", "Listen at this address, without a bus.", "--address");
  private final OptionSpec systemBus =
      Specs.flag("Take the name of Upstart on the system bus.", "--system-bus");
  private final OptionSpec sessionBus =
      Specs.flag("Take the name of Upstart on the session bus.", "--session-bus");
  private final OptionSpec user =
      Specs.flag("Behave as the Upstart of a session, not as process 1.", "--user");
  private final OptionSpec noInheritEnv =
      Specs.flag("Keep this program's variables from the jobs of a session.", "--no-inherit-env");
  private final OptionSpec startupEvent =
      Specs.text("EVENT", "Emit an event once all is ready, as process 1 does.", "--startup-event");

  private final CommandSpec spec =
      Specs.command(
              "serve", this, "Run jobs without Upstart, and serve Upstart's clients on D-Bus.")
          .addOption(confdir)
          .addOption(dialect)
          .addOption(logdir)
          .addOption(address)
          .addOption(systemBus)
          .addOption(sessionBus)
          .addOption(user)
          .addOption(noInheritEnv)
          .addOption(startupEvent);

  private ServeCommand() {
    spec.usageMessage()
        .footer(
            "",
            "Ends, with all processes of its jobs, on SIGINT or SIGTERM, and when its session is ended.",
            "An ADDRESS is unix:abstract=NAME or unix:path=FILE.",
            "Its clients find it in UPSTART_SESSION:",
            "  upstart serve --confdir init \\",
            "    --address unix:abstract=/my/upstart",
            "  UPSTART_SESSION=unix:abstract=/my/upstart initctl list");
  }

  static CommandSpec spec() {
    return new ServeCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    @Nullable String folder = confdir.getValue();
    Console console = new Console(spec);
    if (folder == null) {
      throw console.usage("say where the job files are: --confdir DIR");
    }
    if (!isReachable()) {
      throw console.usage("say where to listen: --address, --system-bus or --session-bus");
    }
    serve(Path.of(folder));
    return 0;
  }

  private boolean isReachable() {
    return address.getValue() != null
        || systemBus.<Boolean>getValue()
        || sessionBus.<Boolean>getValue();
  }

  private void serve(Path folder) throws IOException {
    try (EmbeddedUpstart upstart = engine(folder);
        UpstartDbusServer server = UpstartDbusServer.of(upstart);
        SessionFile session = session()) {
      listen(server);
      session.write();
      announce(upstart.jobs().size());
      Thread hook = new Thread(() -> end(upstart, server, session), "upstart-shutdown");
      Runtime.getRuntime().addShutdownHook(hook);
      @Nullable String event = startupEvent.getValue();
      if (event != null) {
        upstart.emit(Event.of(event), Wait.NO_WAIT);
      }
      upstart.awaitClose();
    }
  }

  /** Says where it is, and what a client needs to find it. */
  private void announce(int jobs) {
    PrintWriter out = new Console(spec).out();
    String what = jobs == 1 ? "1 job" : jobs + " jobs";
    out.println("Serving " + what + " of " + Visible.text(confdir.getValue()));
    @Nullable String at = address.getValue();
    if (at != null) {
      out.println("Listening at " + Visible.text(at) + "; for clients:");
      out.println("export UPSTART_SESSION=" + Visible.text(ShellWords.quote(at)));
    }
    if (systemBus.<Boolean>getValue()) {
      out.println("On the system bus; for clients: upstart list --system");
    }
    if (sessionBus.<Boolean>getValue()) {
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
            .processes(HostProcesses.withInitctl())
            .dialect(dialect.getValue())
            .userSession(user.getValue())
            .inheritEnvironment(!noInheritEnv.<Boolean>getValue());
    @Nullable String logs = logdir.getValue();
    if (logs != null) {
      builder.logFolder(writable(Path.of(logs)));
    }
    @Nullable String at = address.getValue();
    if (at != null) {
      // the jobs' own initctl finds it, which looks for process 1 otherwise
      builder.sessionAddress(at);
    }
    return builder.build();
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
    @Nullable String at = address.getValue();
    if (at != null) {
      server.listen(at);
    }
    if (systemBus.<Boolean>getValue()) {
      server.joinSystemBus();
    }
    if (sessionBus.<Boolean>getValue()) {
      server.joinSessionBus();
    }
  }

  /** Where the clients of a session look for it; none unless this is a session with an address. */
  private SessionFile session() {
    @Nullable String at = address.getValue();
    @Nullable String runtime = System.getenv("XDG_RUNTIME_DIR");
    if (at == null || runtime == null || !user.<Boolean>getValue()) {
      return new SessionFile(null, "");
    }
    Path folder = Path.of(runtime, "upstart", "sessions");
    return new SessionFile(folder.resolve(ProcessHandle.current().pid() + ".session"), at);
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
        // the next session of this process id writes it anew
        Output.errors().println("upstart serve: " + file + " is left behind: " + left.getMessage());
      }
    }
  }
}
