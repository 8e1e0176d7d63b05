package org.upstart4j.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host of a fleet. How it is reached is up to these of its variables, which mean what they mean
 * to Ansible:
 *
 * <ul>
 *   <li>{@code ansible_host}, {@code ansible_port}, {@code ansible_user}, their old names {@code
 *       ansible_ssh_host}, {@code ansible_ssh_port}, {@code ansible_ssh_user}, which win where both
 *       are there, and {@code ansible_ssh_private_key_file}
 *   <li>{@code ansible_connection}: {@code local} for this machine, or a name of ssh
 *   <li>{@code ansible_become}, with the method {@code sudo} and the user {@code root}
 * </ul>
 *
 * <p>Variables that have ssh run other programs, such as {@code ansible_ssh_common_args}, are left
 * alone: an inventory is only a text about hosts.
 *
 * @param name its name in the inventory
 * @param groups the names of the groups that it is in, {@code all} excepted
 * @param variables its variables, those of its groups included
 */
public record Host(String name, List<String> groups, Map<String, @Nullable Object> variables) {

  /**
   * Makes a host. Whether its variables make sense is looked at when it is reached.
   *
   * @param name its name
   * @param groups its groups
   * @param variables its variables
   * @throws InvalidHostException if the name is empty
   */
  public Host {
    if (name.isBlank()) {
      throw new InvalidHostException("\"" + name + '"', "A host needs a name");
    }
    groups = List.copyOf(groups);
    // in their order; a value may be null
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /**
   * {@return a host that ssh knows by its name}
   *
   * @param destination for example {@code root@web1}
   */
  public static Host of(String destination) {
    return new Host(destination, List.of(), Map.of());
  }

  /**
   * {@return whether it is this machine: {@code ansible_connection} is {@code local}}
   *
   * @throws InvalidHostException if that is neither local nor ssh
   */
  public boolean isLocal() {
    return HostVariables.of(this).isLocal();
  }

  /**
   * {@return where ssh connects to, for example {@code root@10.0.0.1}}
   *
   * @throws InvalidHostException if that is not safe to pass to ssh: it holds blanks or characters
   *     that are special to a shell, or user or host begin with {@code -}
   */
  public String destination() {
    return HostVariables.of(this).destination();
  }

  /**
   * {@return what ssh gets besides, for example {@code -p 2222}}
   *
   * @throws InvalidHostException if a variable makes no sense
   */
  public List<String> sshOptions() {
    HostVariables set = HostVariables.of(this);
    List<String> options = new ArrayList<>();
    set.port().ifPresent(port -> options.addAll(List.of("-p", Integer.toString(port))));
    set.keyFile().ifPresent(file -> options.addAll(List.of("-i", file)));
    return List.copyOf(options);
  }

  /**
   * {@return whether programs there run as root, through {@code sudo -n}: {@code ansible_become} is
   * true}
   *
   * @throws InvalidHostException if {@code ansible_become_method} is not {@code sudo}, or {@code
   *     ansible_become_user} not {@code root}
   */
  public boolean becomesRoot() {
    return HostVariables.of(this).becomesRoot();
  }

  /** {@return its name} */
  @Override
  public String toString() {
    return name;
  }
}
