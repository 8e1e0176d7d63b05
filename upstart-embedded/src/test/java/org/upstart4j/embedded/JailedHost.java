package org.upstart4j.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Real processes, and a root directory for them to be confined to. */
final class JailedHost implements AutoCloseable {

  final Path root;
  final Host host;

  JailedHost(Path folder) throws IOException {
    root = Jail.create(folder.resolve("root"));
    host = new Host(folder);
  }

  @Override
  public void close() throws IOException {
    host.close();
    Jail.deleteLinks(root);
  }
}
