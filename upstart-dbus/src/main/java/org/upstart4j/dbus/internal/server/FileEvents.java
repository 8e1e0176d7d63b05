package org.upstart4j.dbus.internal.server;

import java.io.FileDescriptor;
import java.util.List;
import org.upstart4j.Event;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.OpenFiles;

/** Emits events that come with an open file. */
final class FileEvents {

  private FileEvents() {}

  static void emit(Upstart upstart, MethodCall call) {
    Event event = ManagerInterface.event(call);
    FileDescriptor file = call.takeFile(3);
    if (call.flag(2)) {
      // the port has no other way to wait for this
      call.when(Later.run(() -> emit(upstart, event, file, Wait.FOREVER)), done -> call.reply());
    } else {
      emit(upstart, event, file, Wait.NO_WAIT);
      call.reply();
    }
  }

  private static void emit(Upstart upstart, Event event, FileDescriptor file, Wait wait) {
    try {
      upstart.emit(event, file, wait);
    } finally {
      OpenFiles.close(List.of(file));
    }
  }
}
