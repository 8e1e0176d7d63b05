package org.upstart4j.fleet.inventory.internal.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;
import org.upstart4j.fleet.inventory.internal.tree.Node;
import org.upstart4j.fleet.inventory.internal.tree.TreeText;

/**
 * A folder of files of variables. A name is looked up in its listing, so a host called {@code
 * ../../etc/passwd} leads nowhere.
 */
final class VariableFolder {

  private static final List<String> EXTENSIONS = List.of("", ".yml", ".yaml", ".json");

  private final Folder folder;
  private final Map<String, Path> entries;

  private VariableFolder(Folder folder, Map<String, Path> entries) {
    this.folder = folder;
    this.entries = entries;
  }

  static VariableFolder of(Folder folder) throws Fault {
    return new VariableFolder(folder, folder.entries());
  }

  /**
   * {@return the variables of a host or group: of a folder or file with its name, or else with its
   * name and an extension}
   *
   * @throws Fault if a file can't be read
   */
  Map<String, @Nullable Object> read(String owner) throws Fault {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    for (String extension : EXTENSIONS) {
      String name = owner + extension;
      Path path = entries.get(name);
      if (path != null && Files.exists(path)) {
        if (Files.isDirectory(path)) {
          addAll(folder.within(name), variables);
        } else {
          add(folder.checked(name), variables);
        }
        break;
      }
    }
    return variables;
  }

  private static void addAll(Folder within, Map<String, @Nullable Object> variables) throws Fault {
    for (Map.Entry<String, Path> entry : within.entries().entrySet()) {
      String name = entry.getKey();
      if (name.startsWith(".") || name.endsWith("~")) {
        continue;
      }
      String extension = FileNames.extension(name);
      if (Files.isDirectory(entry.getValue())) {
        if (extension.isEmpty()) {
          addAll(within.within(name), variables);
        }
      } else if (Files.isRegularFile(entry.getValue()) && EXTENSIONS.contains(extension)) {
        add(within.checked(name), variables);
      }
    }
  }

  private static void add(Path path, Map<String, @Nullable Object> variables) throws Fault {
    if (!Files.isRegularFile(path)) {
      throw new Fault(Place.of(path.toString()), "this is no file; remove it from the folder");
    }
    FileText file = FileText.read(path);
    Optional<Node> tree = TreeText.read(file.wellFormed(), file.place());
    if (tree.isEmpty() || tree.get().isFalse()) {
      return;
    }
    if (!(tree.get() instanceof Node.Mapping mapping)) {
      throw new Fault(
          file.place().at(tree.get().line()),
          "variables are a mapping, not " + tree.get().kind() + "; write NAME: VALUE");
    }
    variables.putAll(mapping.value());
  }
}
