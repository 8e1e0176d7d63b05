package org.upstart4j.dbus.internal.client;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.upstart4j.Deadline;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.Memory;
import org.upstart4j.spi.ObjectPaths;

/**
 * The names of objects by their paths. Most paths contain the name. Otherwise this asks the object,
 * and keeps the name until the object goes, as nobody can ask it after that. Thread-safe.
 */
public final class ObjectNames {

  /** How many names are kept; the others are asked for again. */
  private static final int MOST = Memory.VALUES / 4;

  private final Supplier<Link> links;
  private final Wait limit;
  private final Map<String, String> asked = new ConcurrentHashMap<>();

  /**
   * Makes a cache.
   *
   * @param links connects
   * @param limit how long to wait for a name
   */
  ObjectNames(Supplier<Link> links, Wait limit) {
    this.links = links;
    this.limit = limit;
  }

  /**
   * Returns the name of the job at a path.
   *
   * @throws UnknownJobException if the path doesn't tell it, and there is no such job
   */
  public String job(String path) {
    return known(path).orElseGet(() -> job(path, links.get()));
  }

  /** Asks the job at a path for its name, over a connection. */
  String job(String path, Link link) {
    return ask(RemoteObject.job(path, element(path)), link);
  }

  /**
   * Returns the name of the instance at a path.
   *
   * @throws UnknownInstanceException if the path doesn't tell it, and there is no such instance
   */
  public String instance(String path) {
    return known(path).orElseGet(() -> instance(path, links.get()));
  }

  /** Asks the instance at a path for its name, over a connection. */
  String instance(String path, Link link) {
    return ask(RemoteObject.instance(path, element(jobOf(path)), element(path)), link);
  }

  /** Returns the name of the instance at a path, or the last element of the path if it is gone. */
  public String instanceOrElement(String path) {
    try {
      return instance(path);
    } catch (UnknownInstanceException gone) {
      return element(path);
    }
  }

  /** Returns the name of the object at a path, if nobody need be asked for it. */
  Optional<String> known(String path) {
    Optional<String> decoded = ObjectPaths.decode(element(path));
    return decoded.isPresent() ? decoded : Optional.ofNullable(asked.get(path));
  }

  private String ask(RemoteObject object, Link link) {
    try {
      DbusRequest request = object.get("name");
      String name =
          Answers.await(request, link.send(request), Deadline.of(limit), Values::textVariant);
      if (asked.size() < MOST) {
        asked.put(object.path(), name);
      }
      return name;
    } catch (UnknownJobException | UnknownInstanceException gone) {
      // somebody else may have asked in time
      String name = asked.get(object.path());
      if (name == null) {
        throw gone;
      }
      return name;
    }
  }

  /** Returns how many names are kept. */
  public int asked() {
    return asked.size();
  }

  /** Forgets an object that has gone. */
  void forget(String path) {
    asked.remove(path);
  }

  /** Returns the path of the job to which the instance at a path belongs. */
  static String jobOf(String path) {
    int end = path.lastIndexOf('/');
    return end < 0 ? "" : path.substring(0, end);
  }

  /** Returns the last element of a path, which stands for the name. */
  public static String element(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
