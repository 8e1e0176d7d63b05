package org.upstart4j.micrometer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.upstart4j.Upstart;

/** An Upstart that answers nothing while it is told to hang. */
final class Hanging implements AutoCloseable {

  private final Upstart upstart;
  private volatile CountDownLatch answering = new CountDownLatch(0);

  Hanging(Upstart real) {
    this.upstart =
        (Upstart)
            Proxy.newProxyInstance(
                Upstart.class.getClassLoader(),
                new Class<?>[] {Upstart.class},
                (proxy, method, arguments) -> {
                  answering.await();
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException thrown) {
                    throw thrown.getTargetException();
                  }
                });
  }

  Upstart upstart() {
    return upstart;
  }

  void hang() {
    answering = new CountDownLatch(1);
  }

  @Override
  public void close() {
    answering.countDown();
  }
}
