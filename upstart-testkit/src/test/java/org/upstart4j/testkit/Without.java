package org.upstart4j.testkit;

import java.io.IOException;
import java.io.InputStream;

/** Loads the test kit, tests of it, and pictures, where something that they use is not there. */
final class Without extends ClassLoader {

  private final String missing;

  /**
   * Makes a loader.
   *
   * @param missing how the names of the classes begin that are not there
   */
  Without(String missing) {
    super(Without.class.getClassLoader());
    this.missing = missing;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(missing)) {
      throw new ClassNotFoundException(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null || !name.matches("org\\.upstart4j\\.(testkit|picture)\\..*")) {
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
      byte[] bytes = bytes(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  static byte[] bytes(String name) throws ClassNotFoundException {
    String file = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = Without.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }
}
