package org.upstart4j.fleet.inventory.internal.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.upstart4j.fleet.inventory.internal.model.Effort;
import org.upstart4j.fleet.inventory.internal.model.Group;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.model.Settling;
import org.upstart4j.fleet.inventory.internal.text.Blanks;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/** Reads the sources of an inventory: files, folders of files, and lists of hosts. */
public final class Sources {

  /** What a folder may hold besides inventories. */
  private static final Pattern IGNORED =
      Pattern.compile(
          "^\\.|^(?:host_vars|group_vars|vars_plugins)$"
              + "|(?:\\.pyc|\\.pyo|\\.swp|\\.bak|~|\\.rpm|\\.md|\\.txt|\\.rst|\\.orig|\\.ini|\\.cfg"
              + "|\\.retry)$");

  private final Place name;
  private final Groups groups;
  private final List<Folder> folders = new ArrayList<>();

  private Sources(String name) {
    this.name = Place.of(name);
    this.groups = new Groups(new Effort(this.name));
  }

  /**
   * Everything that was read.
   *
   * @param groups the groups and hosts
   * @param variables the variables, those of files beside the inventories included
   */
  public record Read(Groups groups, Variables variables) {}

  /**
   * {@return the inventory in a file or a folder}
   *
   * @throws Fault if it can't be read
   */
  public static Read read(Path path) throws Fault {
    Sources reader = new Sources(path.toString());
    reader.path(path);
    return reader.settled();
  }

  /**
   * {@return the inventory that some sources make}
   *
   * @param sources each a file, a folder, or a list of hosts with a comma in it
   * @throws Fault if one can't be read
   */
  public static Read read(Collection<String> sources) throws Fault {
    Sources reader = new Sources(String.join(" ", sources));
    for (String source : sources) {
      reader.source(source);
    }
    return reader.settled();
  }

  private Read settled() throws Fault {
    Settling.settle(groups, name);
    List<VariableFiles> files = new ArrayList<>();
    for (Folder folder : folders) {
      files.add(VariableFiles.beside(folder, groups));
    }
    return new Read(groups, new Variables(groups, files));
  }

  private void source(String source) throws Fault {
    Path path;
    try {
      path = Path.of(source);
    } catch (InvalidPathException wrong) {
      throw new Fault(Place.of(source), "this is no path: " + wrong.getReason());
    }
    if (source.indexOf(',') >= 0 && !Files.exists(path)) {
      list(source);
    } else {
      path(path);
    }
  }

  private void path(Path path) throws Fault {
    if (Files.isDirectory(path)) {
      Folder folder = Folder.root(path);
      folders.add(folder);
      folder(folder);
    } else {
      InventoryFile.read(path, groups);
      Path parent = path.toAbsolutePath().getParent();
      folders.add(Folder.root(parent == null ? path.toAbsolutePath() : parent));
    }
  }

  private void list(String source) throws Fault {
    Place place = Place.of(source);
    Group ungrouped = groups.ungrouped();
    for (String part : source.split(",", -1)) {
      String word = Blanks.strip(part);
      if (!word.isEmpty()) {
        HostNames host = HostNames.single(word);
        String name = host.names().get(0);
        if (groups.host(name) == null) {
          groups.addHost(name, ungrouped, host.port(), place);
        }
      }
    }
  }

  private void folder(Folder folder) throws Fault {
    boolean any = false;
    for (Map.Entry<String, Path> entry : folder.entries().entrySet()) {
      String name = entry.getKey();
      if (IGNORED.matcher(name).find()) {
        continue;
      }
      any = true;
      if (Files.isDirectory(entry.getValue())) {
        folder(folder.within(name));
      } else if (Files.isRegularFile(entry.getValue())) {
        InventoryFile.read(folder.checked(name), groups);
      } else {
        throw new Fault(
            Place.of(entry.getValue().toString()), "this is no file; remove it from the folder");
      }
    }
    if (!any) {
      throw new Fault(
          Place.of(folder.path().toString()),
          "there is no inventory in this folder; files such as NAME.ini, .cfg, .txt and .md are"
              + " passed over");
    }
  }
}
