package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.spi.message.IMessageReader;
import org.freedesktop.dbus.spi.message.ISocketProvider;
import org.freedesktop.dbus.transport.junixsocket.JUnixSocketSocketProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.newsclub.net.unix.AFSocketPair;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;

/**
 * Why messages are our own: what is wrong with those of dbus-java. If a test fails after an update,
 * a reason is gone, and its messages are worth another look.
 */
@Timeout(300)
class DbusJavaTest {

  private static final MessageFactory MESSAGES = new MessageFactory((byte) 'l');

  private static MethodCall call(String signature, Object... arguments) throws Exception {
    return MESSAGES.createMethodCall(null, null, "/a", "b.c", "Go", (byte) 0, signature, arguments);
  }

  private static byte[] bytes(Message... messages) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Message message : messages) {
      for (byte[] part : message.getWireData()) {
        if (part != null) {
          all.writeBytes(part);
        }
      }
    }
    return all.toByteArray();
  }

  @Test
  void itStillLogsValuesOfVariablesAboveTrace() throws Exception {
    RecordedLogs.start();
    call("s", "PASSWORD=hunter2");

    assertThat(RecordedLogs.stop()).contains("DEBUG").contains("hunter2");
  }

  @Test
  void itStillGivesFilesToAMessageThatHasNone() throws Exception {
    AFSocketPair<AFUNIXSocketChannel> ends = AFUNIXSocketPair.open();
    try (AFUNIXSocketChannel here = ends.getSocket1();
        AFUNIXSocketChannel there = ends.getSocket2()) {
      ISocketProvider provider = new JUnixSocketSocketProvider();
      provider.setFileDescriptorSupport(true);
      here.setAncillaryReceiveBufferSize(1024);
      there.setOutboundFileDescriptors(there.getFileDescriptor());
      there.write(ByteBuffer.wrap(bytes(call(""), call("h", new FileDescriptor(0)))));
      try (IMessageReader reader = provider.createReader(here)) {
        List<FileDescriptor> first = reader.readMessage().getFiledescriptors();
        List<FileDescriptor> second = reader.readMessage().getFiledescriptors();

        assertThat(first).hasSize(1);
        assertThat(second).isEmpty();
      }
    }
  }

  @Test
  void bytesThatAreNoMessageStillFillTheHeap() throws Exception {
    try (SmallProgram program = SmallProgram.start(RubbishProgram.class)) {
      assertThat(program.await("the end:")).contains("OutOfMemoryError");
    }
  }

  /** Has dbus-java read an array of structures of nothing. */
  static final class RubbishProgram {

    private RubbishProgram() {}

    /**
     * Reads.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
      byte[] start = {'l', 1, 0, 1, 64, 0, 0, 0, 1, 0, 0, 0};
      byte[] header = {
        0x29, 0, 0, 0, 0, 0, 0, 0, //
        1, 1, 'o', 0, 2, 0, 0, 0, '/', 'a', 0, 0, 0, 0, 0, 0, //
        3, 1, 's', 0, 2, 0, 0, 0, 'G', 'o', 0, 0, 0, 0, 0, 0, //
        8, 1, 'g', 0, 3, 'a', '(', ')', 0, 0, 0, 0, 0, 0, 0, 0
      };
      byte[] body = new byte[64];
      body[0] = 56;
      Message message = MessageFactory.createMessage((byte) 1, start, header, body, List.of());
      try {
        System.out.println("the end: " + message.getParameters().length + " values");
      } catch (OutOfMemoryError full) {
        System.out.println("the end: " + full);
      }
    }
  }
}
