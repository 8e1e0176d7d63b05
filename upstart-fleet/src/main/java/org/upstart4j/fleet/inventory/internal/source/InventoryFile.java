package org.upstart4j.fleet.inventory.internal.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.tree.Node;
import org.upstart4j.fleet.inventory.internal.tree.TreeText;

/** Finds out what kind of inventory a file is, in Ansible's order: YAML or JSON first, then INI. */
final class InventoryFile {

  private static final List<String> YAML = List.of(".yaml", ".yml", ".json");

  private final FileText file;
  private final String extension;
  private final Groups groups;

  private InventoryFile(FileText file, String extension, Groups groups) {
    this.file = file;
    this.extension = extension;
    this.groups = groups;
  }

  /**
   * Adds what a file says.
   *
   * @throws Fault if it is no inventory
   */
  static void read(Path path, Groups groups) throws Fault {
    FileText file = FileText.read(path);
    boolean binary = file.text().indexOf('\0') >= 0;
    if (file.text().startsWith("#!") || (binary && Files.isExecutable(path))) {
      throw new Fault(
          file.place(),
          "this is a program, and no inventory is run here; run it yourself, as in "
              + path.toAbsolutePath()
              + " --list > hosts.json, and give that file");
    }
    if (SshConfigReader.isConfig(file.text())) {
      SshConfigReader.read(file, path, groups);
    } else {
      new InventoryFile(file, FileNames.extension(path), groups).read();
    }
  }

  private void read() throws Fault {
    boolean yaml = extension.isEmpty() || YAML.contains(extension);
    if (!yaml && !isJson()) {
      ini(Optional.empty());
      return;
    }
    Optional<Node> tree;
    try {
      tree = TreeText.read(file.wellFormed(), file.place());
    } catch (Fault noTree) {
      ini(Optional.of(noTree).filter(fault -> !extension.isEmpty()));
      return;
    }
    Node top = tree.orElse(null);
    if (top instanceof Node.Mapping mapping && !top.isFalse() && (yaml || isListing(mapping))) {
      groups(mapping);
    } else {
      ini(Optional.of(noMapping()).filter(fault -> !extension.isEmpty()));
    }
  }

  private void groups(Node.Mapping top) throws Fault {
    try {
      if (isListing(top)) {
        ListingReader.read(top, file.place(), groups);
      } else {
        YamlReader.read(top, file.place(), groups);
      }
    } catch (Fault wrong) {
      ini(Optional.of(wrong));
    }
  }

  private boolean isListing(Node.Mapping top) {
    return isJson() && ListingReader.isListing(top);
  }

  private boolean isJson() {
    return file.text().stripLeading().startsWith("{");
  }

  private Fault noMapping() {
    return new Fault(
        file.place().at(1), "an inventory in YAML is a mapping of groups; this is none");
  }

  /** Reads it as INI, and if it is not that either, says why it is not what it seems to be. */
  private void ini(Optional<Fault> other) throws Fault {
    try {
      IniReader.read(file, groups);
    } catch (Fault noIni) {
      throw other.orElse(noIni);
    }
  }
}
