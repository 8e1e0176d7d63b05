package org.upstart4j.cli.init;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A class by which Java takes signals. It is used by its name, as javac warns of each use in a way
 * that nothing can silence.
 *
 * @param name the class's name
 * @param handler the name of the interface that it calls
 */
public record SignalClass(String name, String handler) {

  /** The one that everybody may use. It knows signals by their names. */
  public static final SignalClass OPEN =
      new SignalClass("sun.misc.Signal", "sun.misc.SignalHandler");

  /**
   * The one below it. The JVM takes signals of any number, but this class, too, can only be made of
   * a name; so another number is put into it, before the JVM hears of it. That needs {@code
   * --add-opens java.base/jdk.internal.misc=ALL-UNNAMED}.
   */
  static final SignalClass INNER =
      new SignalClass("jdk.internal.misc.Signal", "jdk.internal.misc.Signal$Handler");

  private static final String ANY_NAME = "PWR";

  /**
   * Has something done whenever a signal comes.
   *
   * @param signal its name, without {@code SIG}
   * @throws ReflectiveOperationException if this Java is another one, or takes no such signal
   */
  public void handle(String signal, Runnable action) throws ReflectiveOperationException {
    handle(make(signal), action);
  }

  /**
   * Has something done whenever a signal comes that Java has no name for.
   *
   * @throws ReflectiveOperationException if this Java is another one, or takes no such signal
   * @throws RuntimeException if this Java keeps the class closed
   */
  void handle(int number, Runnable action) throws ReflectiveOperationException {
    Object signal = make(ANY_NAME);
    Field field = signal.getClass().getDeclaredField("number");
    field.setAccessible(true);
    field.setInt(signal, number);
    handle(signal, action);
  }

  private Object make(String signal) throws ReflectiveOperationException {
    return Class.forName(name).getConstructor(String.class).newInstance(signal);
  }

  private void handle(Object signal, Runnable action) throws ReflectiveOperationException {
    Class<?> type = signal.getClass();
    Class<?> handlerType = Class.forName(handler);
    type.getMethod("handle", type, handlerType).invoke(null, signal, handler(handlerType, action));
  }

  private static Object handler(Class<?> type, Runnable action) {
    return Proxy.newProxyInstance(
        SignalClass.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call(proxy, method.getName(), arguments, action));
  }

  private static @Nullable Object call(
      Object proxy, String method, Object @Nullable [] arguments, Runnable action) {
    switch (method) {
      case "handle" -> {
        action.run();
        return null;
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      case "equals" -> {
        return arguments != null && proxy == arguments[0];
      }
      default -> {
        return "handler of a signal";
      }
    }
  }
}
