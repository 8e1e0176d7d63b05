package org.upstart4j.fleet.inventory.internal.pattern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.fleet.inventory.internal.model.Effort;
import org.upstart4j.fleet.inventory.internal.model.Group;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.model.Member;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;
import org.upstart4j.spi.NearNames;

/** Selects hosts as Ansible's {@code --limit} does: {@code web:&europe:!web3}. */
public final class HostPattern {

  private static final int MOST_HOSTS = 5_000_000;

  private final Groups groups;
  private final Place place;
  private final Effort effort;

  private HostPattern(Groups groups, Place place) {
    this.groups = groups;
    this.place = place;
    this.effort = new Effort(place);
  }

  /**
   * {@return the hosts that a pattern names, each once, in the order of the pattern}
   *
   * @throws Fault if a part of it is wrong, or names neither a host nor a group
   */
  public static Set<Member> select(String pattern, Groups groups) throws Fault {
    Place place = Place.of(pattern);
    HostPattern selection = new HostPattern(groups, place);
    Set<Member> selected = new LinkedHashSet<>();
    for (String part : PatternParts.ordered(pattern, place)) {
      Member host = groups.host(part);
      if (host != null) {
        selected.add(host);
      } else if (part.startsWith("!")) {
        selection.matches(part.substring(1)).forEach(selected::remove);
      } else if (part.startsWith("&")) {
        selected.retainAll(new LinkedHashSet<>(selection.matches(part.substring(1))));
      } else {
        selected.addAll(selection.matches(part));
      }
    }
    return selected;
  }

  private List<Member> matches(String part) throws Fault {
    if (part.isEmpty()) {
      throw new Fault(place, "after ! and & there is a name, or a pattern");
    }
    Subscript subscript = Subscript.of(part);
    return subscript.of(named(subscript.pattern()), place);
  }

  /** Finds hosts by the names of their groups, and by their own. */
  private List<Member> named(String part) throws Fault {
    List<Member> hosts = new ArrayList<>();
    NamePattern names = NamePattern.of(part, place);
    boolean anyGroup = false;
    for (Group group : groupsOf(names)) {
      anyGroup = true;
      add(groups.hostsOf(group, effort), hosts);
    }
    if (!anyGroup || names.isPattern()) {
      add(hostsOf(names), hosts);
    }
    if (hosts.isEmpty() && !anyGroup) {
      throw new Fault(place, "no host and no group is called \"" + part + "\"" + proposal(part));
    }
    return hosts;
  }

  private void add(List<Member> more, List<Member> hosts) throws Fault {
    hosts.addAll(more);
    if (hosts.size() > MOST_HOSTS) {
      throw new Fault(place, "the pattern names hosts too often, in too many groups");
    }
  }

  private List<Group> groupsOf(NamePattern names) throws Fault {
    if (names.name().isPresent()) {
      return Optional.ofNullable(groups.group(names.name().get())).stream().toList();
    }
    List<Group> found = new ArrayList<>();
    for (Group group : groups.groups()) {
      if (names.matches(group.name())) {
        found.add(group);
      }
    }
    return found;
  }

  private List<Member> hostsOf(NamePattern names) throws Fault {
    if (names.name().isPresent()) {
      return Optional.ofNullable(groups.host(names.name().get())).stream().toList();
    }
    List<Member> found = new ArrayList<>();
    for (Member host : groups.hosts()) {
      if (names.matches(host.name())) {
        found.add(host);
      }
    }
    return found;
  }

  private String proposal(String part) {
    List<String> names = new ArrayList<>();
    groups.hosts().forEach(host -> names.add(host.name()));
    groups.groups().forEach(group -> names.add(group.name()));
    return NearNames.proposal(names, part).map(near -> "; " + near).orElse("");
  }
}
