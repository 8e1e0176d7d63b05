package org.upstart4j.cli.check;

import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/**
 * A folder of which all files or some are checked.
 *
 * @param name what it is called
 * @param contents the files that are read together: those to be checked, and the conf and override
 *     files that belong to them
 * @param context the other files of the folder, for what they provide
 * @param places the files to be checked, by their paths within the folder
 */
record Subject(
    String name, JobFolder contents, JobFolder context, NavigableMap<String, Place> places) {

  /**
   * Where a file is.
   *
   * @param label what it is called, which is as it was given
   * @param path the file; nothing for the standard input
   */
  record Place(String label, Optional<Path> path) {}

  /** What a file of the folder is called. */
  String label(String file) {
    Place place = places.get(file);
    return place == null ? file : place.label();
  }

  /** What a file holds; nothing for one that is not read. */
  Optional<JobFile> text(String file) {
    return Optional.ofNullable(
        contents.files().getOrDefault(file, contents.unreadTexts().get(file)));
  }

  /** The files to be checked that could be read. */
  NavigableMap<String, JobFile> files() {
    NavigableMap<String, JobFile> files = new TreeMap<>(contents.files());
    files.keySet().retainAll(places.keySet());
    return files;
  }

  /** The same with other contents. */
  Subject with(JobFolder changed) {
    return new Subject(name, changed, context, places);
  }
}
