package org.upstart4j;

/**
 * A user's session that has an Upstart of its own.
 *
 * @param pid the process id of that Upstart
 * @param address its D-Bus address, what {@code UPSTART_SESSION} holds in the session
 */
public record Session(long pid, String address) {

  @Override
  public String toString() {
    return pid + " " + address;
  }
}
