package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.jobfile.JobDefinition;

/**
 * As whom a process is to run.
 *
 * @param user the user's number
 * @param group the group's number
 * @param groups all groups
 * @param usual whether they are those that the user has at a login
 */
record Credentials(int user, int group, Set<Integer> groups, boolean usual) {

  /**
   * Returns what a job's {@code setuid} and {@code setgid} mean.
   *
   * @return nothing if the process is to run as this one does
   * @throws SetupException if there is no such user or group, or this process may not become it
   */
  static Optional<Credentials> of(JobDefinition definition, Root root) throws SetupException {
    Accounts accounts = new Accounts(root);
    Optional<Accounts.User> user = user(definition, accounts);
    Optional<Integer> group = group(definition, accounts);
    boolean unchanged = user.isEmpty() && group.isEmpty();
    if (unchanged && root.isMachine()) {
      return Optional.empty();
    }
    Accounts.User whole = user.isPresent() ? user.get() : own(accounts);
    boolean usual = root.isMachine() && group.isEmpty();
    Credentials wanted =
        new Credentials(
            whole.number(), group.orElse(whole.group()), groups(accounts, whole, group), usual);
    wanted.check(Self.get());
    return unchanged || !Self.get().maySetGroup() ? Optional.empty() : Optional.of(wanted);
  }

  private static Optional<Accounts.User> user(JobDefinition definition, Accounts accounts)
      throws SetupException {
    if (definition.setuid().isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Accounts.User> user = accounts.user(definition.setuid().get());
      if (user.isEmpty()) {
        throw new SetupException("unable to find setuid user");
      }
      return user;
    } catch (IOException e) {
      throw new SetupException("unable to getpwnam", e);
    }
  }

  private static Optional<Integer> group(JobDefinition definition, Accounts accounts)
      throws SetupException {
    if (definition.setgid().isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Integer> group = accounts.group(definition.setgid().get());
      if (group.isEmpty()) {
        throw new SetupException("unable to find setgid group");
      }
      return group;
    } catch (IOException e) {
      throw new SetupException("unable to getgrnam", e);
    }
  }

  /** Upstart looks its own user up too, below the new root; one without accounts fails there. */
  private static Accounts.User own(Accounts accounts) throws SetupException {
    Self self = Self.get();
    try {
      Optional<Accounts.User> own = accounts.user(self.user());
      if (own.isEmpty() && self.user() == 0) {
        throw new SetupException("unable to getpwuid", SetupException.NOT_FOUND);
      }
      String name = own.map(Accounts.User::name).orElse("");
      return new Accounts.User(name, self.user(), self.group());
    } catch (IOException e) {
      throw new SetupException("unable to getpwuid", e);
    }
  }

  private static Set<Integer> groups(Accounts accounts, Accounts.User user, Optional<Integer> group)
      throws SetupException {
    try {
      Set<Integer> groups = new TreeSet<>(accounts.groupsOf(user.name()));
      groups.add(group.orElse(user.group()));
      if (group.isPresent()) {
        groups.addAll(accounts.groupsElsewhereOf(user.name()));
      }
      return groups;
    } catch (IOException e) {
      throw new SetupException("unable to getgrgid", e);
    }
  }

  private void check(Self self) throws SetupException {
    if (group != self.group() && !self.maySetGroup()) {
      throw new SetupException("unable to setgid", SetupException.NOT_PERMITTED);
    }
    if (user != self.user() && !self.maySetUser()) {
      throw new SetupException("unable to setuid", SetupException.NOT_PERMITTED);
    }
  }
}
