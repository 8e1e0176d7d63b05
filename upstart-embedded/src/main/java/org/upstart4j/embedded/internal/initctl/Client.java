package org.upstart4j.embedded.internal.initctl;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The program that a job's process runs: hands its words to the engine, and prints the answer.
 * Knows nothing but the JDK, as this class is all that the program has.
 */
final class Client {

  private Client() {}

  /** Takes the engine's socket, the name under which it was called, and the arguments. */
  public static void main(String... words) {
    Runtime.getRuntime().halt(run(words));
  }

  private static int run(String... words) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(words[0]))) {
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
      write(out, String.valueOf(System.getenv("UPSTART_JOB")));
      write(out, String.valueOf(System.getenv("UPSTART_INSTANCE")));
      out.writeBoolean(System.getenv("UPSTART_INSTANCE") != null);
      out.writeInt(words.length - 1);
      for (int i = 1; i < words.length; i++) {
        write(out, words[i]);
      }
      out.flush();
      return answer(new DataInputStream(Channels.newInputStream(channel)));
    } catch (EOFException closed) {
      return complain(words[1] + ": Unable to connect to Upstart: the engine was closed\n");
    } catch (IOException failure) {
      return complain(words[1] + ": Unable to connect to Upstart: " + failure.getMessage() + "\n");
    }
  }

  private static void write(DataOutputStream out, String word) throws IOException {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static int answer(DataInputStream in) throws IOException {
    int status = in.readInt();
    print(FileDescriptor.out, in.readNBytes(in.readInt()));
    print(FileDescriptor.err, in.readNBytes(in.readInt()));
    return status;
  }

  private static int complain(String text) {
    try {
      print(FileDescriptor.err, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobody) {
      // reads it
      return 1;
    }
    return 1;
  }

  private static void print(FileDescriptor file, byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      new FileOutputStream(file).write(bytes);
    }
  }
}
