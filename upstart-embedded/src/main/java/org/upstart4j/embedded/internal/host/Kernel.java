package org.upstart4j.embedded.internal.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;

/**
 * What only the system's own calls can do: take the status of a child that Java has not started.
 *
 * <p>They are made by {@code java.lang.foreign}, which is there from Java 22 on. This class is
 * compiled for an older Java, so it finds that by reflection. The calls are for one thread.
 */
final class Kernel implements Children {

  private static final String FOREIGN = "java.lang.foreign.";
  private static final int FIRST_VERSION = 22;

  private static final int ALL = 0;
  private static final int ONE = 1;
  private static final int AT_ONCE = 1;
  private static final int ENDED = 4;
  private static final int LEAVE = 0x0100_0000;
  private static final int SET_CHILD_SUBREAPER = 36;

  /** What {@code siginfo_t} holds, and where, on a system of 64 bits. */
  private static final int SIZE = 128;

  private static final int CODE = 8;
  private static final int PID = 16;
  private static final int STATUS = 24;
  private static final int EXITED = 1;

  private final Object linker;
  private final MethodHandle wait;
  private final ByteBuffer info = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.nativeOrder());
  private final Object segment;

  private Kernel() throws ReflectiveOperationException {
    linker = type("Linker").getMethod("nativeLinker").invoke(null);
    wait = function("waitid", "JAVA_INT", "JAVA_INT", "ADDRESS", "JAVA_INT");
    segment = type("MemorySegment").getMethod("ofBuffer", Buffer.class).invoke(null, info);
  }

  /**
   * Links the system's calls.
   *
   * @throws UnsupportedOperationException if this Java or this system has no such calls; the
   *     message says what to do
   */
  static Kernel link() {
    int version = Runtime.version().feature();
    if (version < FIRST_VERSION) {
      throw new UnsupportedOperationException(
          "Java " + version + " cannot, Java " + FIRST_VERSION + " or newer can");
    }
    if (!System.getProperty("os.name", "").equals("Linux")
        || !System.getProperty("sun.arch.data.model", "64").equals("64")) {
      throw new UnsupportedOperationException("it is known how only on Linux of 64 bits");
    }
    try {
      return new Kernel();
    } catch (InvocationTargetException e) {
      throw refused(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw refused(e);
    }
  }

  private static UnsupportedOperationException refused(@Nullable Throwable cause) {
    return new UnsupportedOperationException(
        cause instanceof IllegalCallerException
            ? "Java must be started with --enable-native-access=ALL-UNNAMED"
            : "the system's calls cannot be made: " + cause,
        cause);
  }

  /**
   * Has orphans of this process's descendants become its children, as they become those of process
   * 1.
   *
   * @throws UnsupportedOperationException if the system refuses it
   */
  void takeOrphansIn() {
    try {
      MethodHandle control =
          function("prctl", "JAVA_INT", "JAVA_LONG", "JAVA_LONG", "JAVA_LONG", "JAVA_LONG");
      if ((int) control.invokeExact(SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L) != 0) {
        throw new UnsupportedOperationException("the system lets it take no orphans in");
      }
    } catch (InvocationTargetException e) {
      throw refused(e.getCause());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw refused(e);
    }
  }

  @Override
  public int awaitEnded() {
    return waits(ALL, 0, ENDED | LEAVE);
  }

  @Override
  public boolean hasEnded(int pid) {
    return waits(ONE, pid, ENDED | LEAVE | AT_ONCE) == pid;
  }

  @Override
  public Optional<ExitStatus> take(int pid) {
    return waits(ONE, pid, ENDED | AT_ONCE) == pid ? Optional.of(status()) : Optional.empty();
  }

  private ExitStatus status() {
    int status = info.getInt(STATUS);
    return info.getInt(CODE) == EXITED ? ExitStatus.of(status) : ExitStatus.of(new Signal(status));
  }

  /** Returns the child of which the system tells; 0 if it tells of none. */
  private int waits(int which, int pid, int options) {
    try {
      info.putInt(PID, 0);
      int failed = (int) wait.invokeExact(which, pid, segment, options);
      return failed == 0 ? info.getInt(PID) : 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("waitid cannot be called", e);
    }
  }

  /** Finds a function of the C library that returns an int. */
  private MethodHandle function(String name, String... parameters)
      throws ReflectiveOperationException {
    Class<?> layout = type("MemoryLayout");
    Object[] layouts = (Object[]) Array.newInstance(layout, parameters.length);
    for (int i = 0; i < parameters.length; i++) {
      layouts[i] = layout(parameters[i]);
    }
    Object descriptor =
        type("FunctionDescriptor")
            .getMethod("of", layout, layouts.getClass())
            .invoke(null, layout("JAVA_INT"), layouts);
    Object symbols = type("Linker").getMethod("defaultLookup").invoke(linker);
    Object address =
        ((Optional<?>) type("SymbolLookup").getMethod("find", String.class).invoke(symbols, name))
            .orElseThrow(() -> new NoSuchMethodException(name));
    Object options = Array.newInstance(type("Linker$Option"), 0);
    MethodHandle handle =
        (MethodHandle)
            type("Linker")
                .getMethod(
                    "downcallHandle",
                    type("MemorySegment"),
                    type("FunctionDescriptor"),
                    options.getClass())
                .invoke(linker, address, descriptor, options);
    return handle.asType(spoken(handle.type()));
  }

  /** A type that does not name the segments of memory, as this class cannot. */
  private static MethodType spoken(MethodType type) {
    return MethodType.methodType(
        type.returnType(),
        Arrays.stream(type.parameterArray())
            .map(parameter -> parameter.isPrimitive() ? parameter : Object.class)
            .toArray(Class<?>[]::new));
  }

  private static Object layout(String name) throws ReflectiveOperationException {
    return type("ValueLayout").getField(name).get(null);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(FOREIGN + name);
  }
}
