package org.upstart4j.spi;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Session;
import org.upstart4j.UpstartUnavailableException;

/** Finds the sessions that have an Upstart of their own by the files that it leaves. */
public final class Sessions {

  private static final String EXTENSION = ".session";
  private static final String VARIABLE = "UPSTART_SESSION=";

  private Sessions() {}

  /**
   * Finds the sessions of this user, in {@code $XDG_RUNTIME_DIR/upstart/sessions}.
   *
   * @return those whose Upstart still runs, by their process ids; empty without that variable
   * @throws UpstartUnavailableException if the files can't be read
   */
  public static List<Session> find() {
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    return runtime == null || runtime.isEmpty()
        ? List.of()
        : find(Path.of(runtime, "upstart", "sessions"));
  }

  /**
   * Finds the sessions whose files are in a folder.
   *
   * @param folder the folder, which may be missing
   * @return those whose Upstart still runs, by their process ids
   * @throws UpstartUnavailableException if the files can't be read
   */
  public static List<Session> find(Path folder) {
    List<Session> sessions = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
      for (Path file : files) {
        read(file).ifPresent(sessions::add);
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    } catch (IOException failure) {
      throw new UpstartUnavailableException(
          "The sessions in " + folder + " can't be read", failure);
    }
    sessions.sort(Comparator.comparing(Session::pid));
    return sessions;
  }

  private static Optional<Session> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String pid = name.substring(0, name.length() - EXTENSION.length());
    if (!pid.matches("\\d{1,18}") || ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
      return Optional.empty();
    }
    String text = Files.readString(file).strip();
    return text.startsWith(VARIABLE) && text.length() > VARIABLE.length()
        ? Optional.of(new Session(Long.parseLong(pid), text.substring(VARIABLE.length())))
        : Optional.empty();
  }
}
