package org.upstart4j.cli.command;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.version.UpstartVersion;

/** The names of platforms and versions on the command line, in this one place. */
public final class TargetName {

  /** All names, as a shell proposes them; made when they are wanted, to keep a start short. */
  static final List<String> ALL =
      new AbstractList<>() {
        @Override
        public String get(int index) {
          return all().get(index);
        }

        @Override
        public int size() {
          return all().size();
        }
      };

  private TargetName() {}

  /**
   * The platform or version of a name; case does not count.
   *
   * @throws Misuse if there is none
   */
  public static Target target(String name) {
    return target(name, List.of());
  }

  /**
   * The same, where the user has platforms of their own, which come first.
   *
   * @throws Misuse if there is none
   */
  public static Target target(String name, Collection<Platform> own) {
    for (Platform platform : own) {
      if (platform.name().equalsIgnoreCase(name)) {
        return Target.of(platform);
      }
    }
    return Target.find(name).orElseThrow(() -> unknown(name, own));
  }

  private static Misuse unknown(String name, Collection<Platform> own) {
    List<String> names = new ArrayList<>(own.stream().map(Platform::name).toList());
    names.addAll(all());
    String message = "no platform and no version of Upstart is called \"" + name + "\"";
    Misuse near = Misuse.near(message, name.toLowerCase(Locale.ROOT), names);
    return near.proposal().isPresent()
        ? near
        : new Misuse(message + "; there are " + String.join(", ", names));
  }

  private static List<String> all() {
    return Names.ALL;
  }

  private static final class Names {
    static final List<String> ALL = names();

    private static List<String> names() {
      List<String> names = new ArrayList<>(Platform.all().stream().map(Platform::name).toList());
      for (UpstartVersion version : UpstartVersion.values()) {
        names.add(version.text());
      }
      return List.copyOf(names);
    }
  }
}
