package org.upstart4j.fleet.inventory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.inventory.internal.model.Effort;
import org.upstart4j.fleet.inventory.internal.model.Group;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.model.Member;
import org.upstart4j.fleet.inventory.internal.pattern.HostPattern;
import org.upstart4j.fleet.inventory.internal.source.Sources;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;
import org.upstart4j.fleet.inventory.internal.tree.Plain;

/**
 * Hosts in groups, from Ansible's inventories (INI, YAML, and the JSON that a dynamic one prints
 * for {@code --list}), OpenSSH's configuration, or a plain list of names.
 *
 * <p>An inventory is untrusted text. Nothing in it is run: no program, no plugin, no template;
 * nothing outside of its folder is read; and its size is limited. What Ansible rejects is rejected
 * here, too, where Ansible only warns and goes on with what is left of the inventory.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class Inventory {

  private final Sources.Read read;

  private Inventory(Sources.Read read) {
    this.read = read;
  }

  /**
   * {@return the inventory in a file or a folder}
   *
   * @param path a file in INI, YAML or JSON, OpenSSH's configuration, or a folder of such; the
   *     folders {@code group_vars} and {@code host_vars} beside a file or in the folder add
   *     variables
   * @throws InventoryException if it can't be read
   */
  public static Inventory read(Path path) {
    try {
      return new Inventory(Sources.read(path));
    } catch (Fault fault) {
      throw exception(fault);
    }
  }

  /**
   * {@return the inventory that several sources make together}
   *
   * @param sources each the path of a file or folder, or a list of hosts with a comma in it, for
   *     example {@code web1,web2} or {@code web1,}
   * @throws InventoryException if one can't be read
   */
  public static Inventory of(Collection<String> sources) {
    try {
      return new Inventory(Sources.read(sources));
    } catch (Fault fault) {
      throw exception(fault);
    }
  }

  /**
   * {@return all hosts, in the inventory's order}
   *
   * @throws InventoryException if they have too many variables together
   */
  public List<Host> hosts() {
    return hosts(Groups.ALL);
  }

  /**
   * {@return the hosts that a pattern names, each once, in the order in which Ansible takes them}
   *
   * <p>As for Ansible's {@code --limit}, a pattern is the name of a host or group, {@code web*},
   * {@code ~REGEX}, {@code web[0]}, {@code web[1:3]}, or {@code @FILE} with a pattern in each line;
   * several of these joined by commas or colons, with {@code &} before what hosts must also be in,
   * and {@code !} before what they must not. Unlike there, a name that is unknown is an error, and
   * {@code localhost} must be in the inventory.
   *
   * @param pattern for example {@code web:&europe:!web3}
   * @throws InventoryException if the pattern is wrong, a part of it names neither a host nor a
   *     group, or no host is left
   */
  public List<Host> select(String pattern) {
    List<Host> hosts = hosts(pattern);
    if (hosts.isEmpty()) {
      throw new InventoryException(pattern, 0, "this leaves no host");
    }
    return hosts;
  }

  /** {@return the names of all groups, in the order in which the inventory names them} */
  public List<String> groups() {
    return read.groups().groups().stream().map(Group::name).toList();
  }

  /**
   * {@return what {@code ansible-inventory --list} prints of it, as JSON in ASCII}
   *
   * @throws InventoryException if there are too many variables
   */
  public String toJson() {
    try {
      return Listing.of(read);
    } catch (Fault fault) {
      throw exception(fault);
    }
  }

  private List<Host> hosts(String pattern) {
    List<Host> hosts = new ArrayList<>();
    try {
      Effort effort = new Effort(Place.of(pattern));
      for (Member member : HostPattern.select(pattern, read.groups())) {
        hosts.add(host(member, effort));
      }
    } catch (Fault fault) {
      throw exception(fault);
    }
    return hosts;
  }

  private Host host(Member member, Effort effort) throws Fault {
    List<String> groups =
        read.groups().groupsOf(member, effort).stream()
            .map(Group::name)
            .filter(name -> !name.equals(Groups.ALL))
            .sorted()
            .toList();
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    read.variables()
        .of(member, effort)
        .forEach((name, value) -> variables.put(name, Plain.of(value)));
    return new Host(member.name(), groups, variables);
  }

  private static InventoryException exception(Fault fault) {
    return new InventoryException(
        fault.place().source(), fault.place().line(), String.valueOf(fault.getMessage()));
  }
}
