package org.upstart4j.spi;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartUnavailableException;

/**
 * What a transport offers to those who want any Upstart that can be reached, and leave the choice
 * to {@link #connect}. Transports are found by {@link ServiceLoader}.
 *
 * <pre>{@code
 * try (Upstart upstart = UpstartProvider.connect()) {
 *   System.out.println(upstart.transport());
 * }
 * }</pre>
 */
@FunctionalInterface
public interface UpstartProvider {

  /**
   * Returns the ways in which this transport may reach an Upstart as things are now.
   *
   * @return the ways, in any order
   */
  List<Way> ways();

  /**
   * A way to an Upstart.
   *
   * @param name what it is called in errors, for example {@code D-Bus system bus}
   * @param priority ways of a higher priority are tried first; those over D-Bus have 200 to 400,
   *     {@code initctl} has 100
   * @param open makes the Upstart, which need not connect before it is used
   */
  record Way(String name, int priority, Supplier<? extends Upstart> open) {}

  /**
   * Returns the first Upstart that answers, of all ways that the transports on the class path or
   * module path know: that of the session if {@code UPSTART_SESSION} is set, then process 1 at its
   * socket, over the system bus, and through initctl. {@link Upstart#transport()} says which one it
   * is. An engine in this process is never among them unless it is given here.
   *
   * @param more what else to try
   * @return the Upstart, to be closed
   * @throws UpstartUnavailableException if none answers; it says why, for each way
   * @throws UpstartInterruptedException if the thread is interrupted before one has answered
   */
  static Upstart connect(UpstartProvider... more) {
    return Reaching.first(List.of(more));
  }
}
