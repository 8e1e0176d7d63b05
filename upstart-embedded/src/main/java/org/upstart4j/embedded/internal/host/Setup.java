package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstart4j.Environment;
import org.upstart4j.jobfile.JobDefinition;

/**
 * Where and as whom a process runs, and the programs that change to that. It finds all failures
 * that can be known in advance, in Upstart's order.
 */
final class Setup {

  private static final String CHANGE_ROOT = "unable to change root directory";
  private static final String CHANGE_FOLDER = "unable to change working directory";

  private final Root root;
  private final Optional<String> folder;
  private final Optional<Credentials> credentials;

  private Setup(Root root, Optional<String> folder, Optional<Credentials> credentials) {
    this.root = root;
    this.folder = folder;
    this.credentials = credentials;
  }

  /**
   * Returns how a process is set up.
   *
   * @param launch the process
   * @return the setup
   * @throws SetupException if it is certain to fail
   */
  static Setup of(Launch launch) throws SetupException {
    if (!launch.isSet()) {
      return new Setup(Root.MACHINE, launch.folder(), Optional.empty()).checked(launch);
    }
    JobDefinition definition = launch.definition();
    Root root = root(launch);
    checkFolder(root, launch);
    return new Setup(root, launch.folder(), Credentials.of(definition, root)).checked(launch);
  }

  private Setup checked(Launch launch) throws SetupException {
    if (launch.command().isEmpty()) {
      throw new SetupException("unable to execute", "Bad address");
    }
    Path inside = folder.map(launch.base()::resolve).orElse(launch.base());
    new Executable(root, inside, new Access(credentials))
        .check(launch.command().get(0), launch.environment());
    return this;
  }

  /** Says whether the process can run a shell. */
  boolean hasShell() {
    try {
      new Executable(root, Root.MACHINE.folder(), new Access(credentials))
          .check(Scripts.SHELL, Environment.EMPTY);
      return true;
    } catch (SetupException none) {
      return false;
    }
  }

  private static Root root(Launch launch) throws SetupException {
    Optional<String> chroot = launch.definition().chroot();
    if (chroot.isEmpty()) {
      return Root.MACHINE;
    }
    try {
      Path folder = launch.base().resolve(chroot.get()).toRealPath();
      if (!Files.isDirectory(folder)) {
        throw new SetupException(CHANGE_ROOT, SetupException.NO_FOLDER);
      }
      if (!Self.get().mayChangeRoot()) {
        throw new SetupException(CHANGE_ROOT, SetupException.NOT_PERMITTED);
      }
      return new Root(folder);
    } catch (InvalidPathException unsayable) {
      throw new SetupException(CHANGE_ROOT, SetupException.NOT_FOUND);
    } catch (IOException e) {
      throw new SetupException(CHANGE_ROOT, e);
    }
  }

  private static void checkFolder(Root root, Launch launch) throws SetupException {
    if (launch.folder().isEmpty()) {
      return;
    }
    String name = launch.folder().get();
    try {
      Path folder = root.resolve(launch.base().resolve(name)).toRealPath();
      if (!Files.isDirectory(folder)) {
        throw new SetupException(CHANGE_FOLDER, SetupException.NO_FOLDER);
      }
      if (!Files.isExecutable(folder)) {
        throw new SetupException(CHANGE_FOLDER, SetupException.DENIED);
      }
    } catch (InvalidPathException unsayable) {
      // This JVM's locale has no such file names. The launcher finds out.
    } catch (IOException e) {
      throw new SetupException(CHANGE_FOLDER, e);
    }
  }

  Root root() {
    return root;
  }

  /** Returns the program that becomes the user, or the group if the root directory changes too. */
  List<String> asUser() throws SetupException {
    List<String> words = new ArrayList<>();
    if (credentials.isPresent()) {
      Credentials wanted = credentials.get();
      words.add(Programs.require("setpriv", "unable to setuid"));
      words.add("--regid=" + Integer.toUnsignedString(wanted.group()));
      words.add(wanted.usual() ? "--init-groups" : "--groups=" + numbers(wanted));
      if (root.isMachine()) {
        words.add("--reuid=" + Integer.toUnsignedString(wanted.user()));
      }
    }
    return words;
  }

  private static String numbers(Credentials wanted) {
    return wanted.groups().stream().map(Integer::toUnsignedString).collect(Collectors.joining(","));
  }

  /** Returns the program that changes to the root directory, and there becomes the user. */
  List<String> inRoot() throws SetupException {
    List<String> words = new ArrayList<>();
    if (!root.isMachine()) {
      words.add(Programs.require("unshare", CHANGE_ROOT));
      words.add("--root=" + root.folder());
      folder.ifPresent(inside -> words.add("--wd=" + Path.of("/").resolve(inside)));
      credentials.ifPresent(
          wanted -> words.add("--setuid=" + Integer.toUnsignedString(wanted.user())));
      words.add("--");
    }
    return words;
  }

  /** Returns whose the script must be, so that the process may read it; empty if it is already. */
  String owner() {
    return credentials
        .map(
            wanted ->
                Integer.toUnsignedString(wanted.user())
                    + ":"
                    + Integer.toUnsignedString(wanted.group()))
        .orElse("");
  }

  /** Returns the folder that the launcher changes to; empty if it stays where it is. */
  String launcherFolder(Launch launch) {
    return root.isMachine() ? folder.map(name -> absolute(launch, name)).orElse("") : "/";
  }

  /** A name that this JVM cannot say is left to the shell, as long as it is absolute. */
  private static String absolute(Launch launch, String name) {
    return name.startsWith("/") ? name : launch.base() + "/" + name;
  }
}
