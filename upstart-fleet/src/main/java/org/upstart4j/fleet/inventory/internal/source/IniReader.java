package org.upstart4j.fleet.inventory.internal.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.model.Group;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.text.Blanks;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;
import org.upstart4j.fleet.inventory.internal.text.PythonLiteral;
import org.upstart4j.fleet.inventory.internal.text.ShellWords;

/** Reads Ansible's inventories in INI, of which a plain list of names is the simplest. */
final class IniReader {

  private static final String BLANK = "[\\s\\x1c-\\x1f\\x85\\p{Z}]";
  private static final String NAME = "([^:\\]\\s\\x1c-\\x1f\\x85\\p{Z}]++)";
  private static final String REST = BLANK + "*+(?:#.*)?";
  private static final Pattern SECTION =
      Pattern.compile("\\[" + NAME + "(?::([\\p{L}\\p{N}_]++))?\\]" + REST, Pattern.DOTALL);
  private static final Pattern CHILD = Pattern.compile(NAME + REST, Pattern.DOTALL);

  private final Groups groups;
  private final FileText file;
  private final PendingGroups pending;
  private Group group;
  private String kind = "hosts";
  private Place place;

  private IniReader(Groups groups, FileText file) {
    this.groups = groups;
    this.file = file;
    this.place = file.place();
    this.pending = new PendingGroups(groups);
    this.group = groups.ungrouped();
  }

  /**
   * Adds what a file says.
   *
   * @throws Fault in the first line that Ansible rejects
   */
  static void read(FileText file, Groups groups) throws Fault {
    IniReader reader = new IniReader(groups, file);
    int line = 0;
    for (String text : Blanks.lines(file.text())) {
      reader.place = file.place().at(++line);
      reader.read(Blanks.strip(text));
    }
    reader.pending.check();
  }

  private void read(String line) throws Fault {
    if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
      return;
    }
    if (file.malformed() && line.indexOf('\ufffd') >= 0) {
      throw new Fault(place, "the line is not in UTF-8; convert the file, for example with iconv");
    }
    if (line.indexOf('\0') >= 0) {
      throw new Fault(place, "the line holds a NUL; this is no text");
    }
    Matcher section = SECTION.matcher(line);
    if (section.matches()) {
      section(section.group(1), section.group(2));
    } else if (line.startsWith("[") && line.endsWith("]")) {
      throw new Fault(
          place,
          line + " is no section; write [GROUP], [GROUP:children] or [GROUP:vars], without blanks");
    } else {
      entry(line);
    }
  }

  private void section(String name, @Nullable String suffix) throws Fault {
    kind = suffix == null ? "hosts" : suffix;
    if (!List.of("hosts", "children", "vars").contains(kind)) {
      throw new Fault(
          place,
          "["
              + name
              + ":"
              + kind
              + "] is no section; after the colon write hosts, children or"
              + " vars");
    }
    boolean known = groups.group(name) != null;
    if (!known && kind.equals("vars")) {
      pending.variablesOf(name, place);
    }
    group = groups.addGroup(name, place);
    if (!kind.equals("vars")) {
      pending.defined(group);
    }
  }

  private void entry(String line) throws Fault {
    switch (kind) {
      case "hosts" -> host(line);
      case "vars" -> variable(line);
      default -> child(line);
    }
  }

  private void host(String line) throws Fault {
    List<String> words = ShellWords.of(line, place);
    String word = words.get(0);
    HostNames hosts = HostNames.of(word, place);
    if (Blanks.strip(word).endsWith(":") && hosts.port() == null) {
      throw new Fault(
          place, "\"" + word + "\" ends with a colon; put a port after it, or remove it");
    }
    if (hosts.names().contains("---")) {
      throw new Fault(place, "\"---\" begins a file in YAML; call it NAME.yml");
    }
    Map<String, @Nullable Object> variables = variables(words.subList(1, words.size()));
    for (String host : hosts.names()) {
      groups.addHost(host, group, hosts.port(), place);
      groups.effort().spend(variables.size());
      for (Map.Entry<String, @Nullable Object> variable : variables.entrySet()) {
        groups.set(host, variable.getKey(), variable.getValue(), place);
      }
    }
  }

  private Map<String, @Nullable Object> variables(List<String> words) throws Fault {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new Fault(
            place, "\"" + word + "\" is no variable; write NAME=VALUE, in quotes if it has blanks");
      }
      String name = word.substring(0, equals);
      variables.put(name, PythonLiteral.of(name, word.substring(equals + 1), place));
    }
    return variables;
  }

  private void variable(String line) throws Fault {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw new Fault(place, "\"" + line + "\" is no variable; write NAME=VALUE");
    }
    String name = Blanks.strip(line.substring(0, equals));
    String value = Blanks.strip(line.substring(equals + 1));
    groups.set(group.name(), name, PythonLiteral.of(name, value, place), place);
  }

  private void child(String line) throws Fault {
    Matcher child = CHILD.matcher(line);
    if (!child.matches()) {
      throw new Fault(place, "\"" + line + "\" is no name of a group; write one name in each line");
    }
    String name = child.group(1);
    if (groups.group(name) == null) {
      pending.child(name, group, place);
    } else {
      groups.addChild(group, name, place);
    }
  }
}
