package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * The file of a socket. This removes nothing but sockets, and at the end only this very one.
 *
 * @param server the socket
 * @param path where it was made
 * @param identity what tells it from another one at the same path
 */
record SocketFile(AFUNIXServerSocketChannel server, Path path, Map<String, Object> identity) {

  private static final int TYPE = 0170000;
  private static final int SOCKET = 0140000;

  /**
   * Binds a socket to a path. junixsocket would remove whatever lies there, so this checks first
   * what it may remove.
   *
   * @throws FileAlreadyExistsException if a program listens there, or something other than a socket
   *     lies there
   */
  static SocketFile bind(AFUNIXServerSocketChannel server, Path path) throws IOException {
    removeLeftover(path);
    server.bind(name(path));
    return new SocketFile(server, path, identity(path));
  }

  private static AFUNIXSocketAddress name(Path path) throws IOException {
    return AFUNIXSocketAddress.of(path.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> identity(Path path) throws IOException {
    return Files.readAttributes(path, "unix:dev,ino,mode", LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isSocket(Map<String, Object> identity) {
    return identity.get("mode") instanceof Integer mode && (mode & TYPE) == SOCKET;
  }

  /** Removes the socket that an earlier program left. */
  private static void removeLeftover(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!isSocket(identity(path))) {
      throw new FileAlreadyExistsException(
          path.toString(), null, "already in use by something that is no socket");
    }
    if (answers(path)) {
      throw new FileAlreadyExistsException(path.toString(), null, "already in use");
    }
    Files.deleteIfExists(path);
  }

  private static boolean answers(Path path) {
    try (AFUNIXSocketChannel channel = AFUNIXSocketChannel.open(name(path))) {
      return channel.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  /**
   * Removes the socket, unless something else lies there by now. An open socket's number is nobody
   * else's; junixsocket closes a socket whose file has gone.
   */
  void remove() throws IOException {
    try {
      if (server.isOpen() && identity.equals(identity(path))) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException gone) {
      // somebody else has removed it
    }
  }
}
