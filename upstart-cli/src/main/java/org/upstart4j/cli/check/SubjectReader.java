package org.upstart4j.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.check.Subject.Place;
import org.upstart4j.cli.command.Failures;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** Reads what is to be checked. One path that cannot be read does not keep the others from it. */
final class SubjectReader {

  private static final String NAMELESS = "stdin.conf";

  private final Optional<String> inputName;
  private final boolean withContext;
  private final Consumer<String> complaints;

  /**
   * A reader.
   *
   * @param inputName what the standard input is called
   * @param withContext whether the files beside those to be checked are read
   * @param complaints told about each path that cannot be read
   */
  SubjectReader(Optional<String> inputName, boolean withContext, Consumer<String> complaints) {
    this.inputName = inputName;
    this.withContext = withContext;
    this.complaints = complaints;
  }

  /** Reads some paths; files of one folder are read together. */
  List<Subject> read(List<String> words) {
    Map<Object, Group> groups = new LinkedHashMap<>();
    List<Object> order = new ArrayList<>();
    for (String word : new LinkedHashSet<>(words)) {
      try {
        if (!word.equals(Inputs.STANDARD_INPUT) && Files.isDirectory(Inputs.path(word))) {
          order.add(folder(word));
        } else {
          Group group = group(word, groups);
          order.add(group);
          group.add(word);
        }
      } catch (IOException failure) {
        complaints.accept(Failures.describe(failure));
      }
    }
    return order.stream()
        .distinct()
        .map(one -> one instanceof Group group ? group.subject() : (Subject) one)
        .filter(subject -> !subject.places().isEmpty() || !subject.contents().unread().isEmpty())
        .toList();
  }

  private Subject folder(String word) throws IOException {
    Path root = Inputs.path(word);
    JobFolder contents = JobDirectory.of(root).read();
    NavigableMap<String, Place> places = new TreeMap<>();
    for (String file : contents.files().keySet()) {
      places.put(file, place(root, file));
    }
    for (String file : contents.unread().keySet()) {
      places.put(file, place(root, file));
    }
    contents
        .unreadable()
        .forEach((file, problem) -> complaints.accept(label(root, file) + ": " + problem));
    return new Subject(word, contents, JobFolder.of(Map.of()), places);
  }

  private static Place place(Path root, String file) {
    return new Place(label(root, file), Optional.of(root.resolve(file)));
  }

  /** Not by a path, as the name of a file that cannot be read may be no text. */
  private static String label(Path root, String file) {
    String folder = root.toString();
    return folder.isEmpty() ? file : folder.endsWith("/") ? folder + file : folder + "/" + file;
  }

  private Group group(String word, Map<Object, Group> groups) throws IOException {
    boolean isInput = word.equals(Inputs.STANDARD_INPUT);
    Path path = isInput ? Inputs.path(inputName.orElse(NAMELESS)) : Inputs.path(word);
    Path folder = folderOf(path);
    // the standard input without a name is in no folder
    boolean isSomewhere = (!isInput || inputName.isPresent()) && Files.isDirectory(folder);
    return isSomewhere
        ? groups.computeIfAbsent(real(folder), key -> new Group(path, Optional.of(folder)))
        : groups.computeIfAbsent(word, key -> new Group(path, Optional.empty()));
  }

  private static Path folderOf(Path path) {
    @Nullable Path parent = path.getParent();
    return parent == null ? Path.of(".") : parent;
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException unknown) {
      return folder.toAbsolutePath().normalize();
    }
  }

  /** Files of one folder. */
  private final class Group {

    private final String name;
    private final Optional<Path> folder;
    private final Map<String, JobFile> files = new TreeMap<>();
    private final NavigableMap<String, Place> places = new TreeMap<>();

    Group(Path first, Optional<Path> folder) {
      @Nullable Path parent = first.getParent();
      this.name = parent == null ? "." : parent.toString();
      this.folder = folder;
    }

    void add(String word) throws IOException {
      boolean isInput = word.equals(Inputs.STANDARD_INPUT);
      JobFile text = Inputs.read(word);
      Path path = Inputs.path(isInput ? inputName.orElse(NAMELESS) : word);
      String file = JobNames.file(String.valueOf(path.getFileName()), places.keySet());
      String label = isInput ? inputName.orElse(word) : word;
      files.put(file, text);
      places.put(file, new Place(label, isInput ? Optional.empty() : Optional.of(path)));
    }

    Subject subject() {
      Map<String, JobFile> read = new TreeMap<>(files);
      Map<String, JobFile> context = new TreeMap<>();
      if (withContext && folder.isPresent() && !places.isEmpty()) {
        Neighbours.read(folder.get(), files.keySet())
            .forEach(
                (file, text) ->
                    (files.containsKey(JobNames.partner(file)) ? read : context).put(file, text));
      }
      return new Subject(name, JobFolder.of(read), JobFolder.of(context), places);
    }
  }
}
