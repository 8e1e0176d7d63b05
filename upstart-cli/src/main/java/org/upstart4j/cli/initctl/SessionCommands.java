package org.upstart4j.cli.initctl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Session;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.spi.Sessions;

/** The sessions of this user, which are found without asking any Upstart. */
public final class SessionCommands {

  private SessionCommands() {}

  public static int list(Invocation call) {
    @Nullable String runtime = call.variable("XDG_RUNTIME_DIR");
    if (runtime == null || runtime.isEmpty()) {
      return new CommandAnswers(call).complain("Unable to query session directory");
    }
    Path folder = Path.of(runtime, "upstart", "sessions");
    List<Session> sessions = Sessions.find(folder);
    try {
      for (Path file : files(folder)) {
        mentionStale(call, file, sessions);
      }
    } catch (IOException failure) {
      return new CommandAnswers(call).complain("unable to determine sessions");
    }
    sessions.forEach(session -> say(call, session));
    return 0;
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.session")) {
      all.forEach(files::add);
    }
    return files;
  }

  private static void mentionStale(Invocation call, Path file, List<Session> sessions) {
    String pid = file.getFileName().toString().replaceFirst("\\.session$", "");
    boolean runs = sessions.stream().anyMatch(session -> Long.toString(session.pid()).equals(pid));
    if (!runs && pid.matches("\\d+")) {
      new CommandAnswers(call).mention("Ignoring stale session file: " + file);
    }
  }

  private static void say(Invocation call, Session session) {
    new CommandAnswers(call)
        .say(
            session.pid() + " " + session.address(),
            json -> json.member("pid", session.pid()).member("address", session.address()));
  }
}
