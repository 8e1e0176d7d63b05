package org.upstart4j.state;

import java.util.List;

/**
 * A place from which Upstart reads its configuration.
 *
 * @param session the session's number; 0 is process 1's own
 * @param path the file or folder
 * @param type what it is: {@code job-dir} for a folder of job files
 * @param flag a mark that Upstart changes each time it reads all files
 * @param files the files that were read
 */
public record SourceState(
    int session, String path, String type, boolean flag, List<FileState> files) {

  /**
   * Makes a source.
   *
   * @param session the session's number
   * @param path the file or folder
   * @param type what it is
   * @param flag a mark that Upstart changes each time it reads all files
   * @param files the files that were read
   */
  public SourceState {
    files = List.copyOf(files);
  }

  static SourceState read(StateNode source) {
    return new SourceState(
        source.get("session").integerOr(0),
        source.get("path").textOrEmpty(),
        source.get("type").word("CONF_"),
        source.get("flag").isYes(),
        source.get("conf_files").list(FileState::read));
  }

  StateObject write(int place) {
    StateObject source = new StateObject();
    source.number("session", session).text("path", path).word("type", "CONF_", type);
    source.flag("flag", flag);
    return source.objects(
        "conf_files", files.stream().map(file -> file.write(place, session)).toList());
  }
}
