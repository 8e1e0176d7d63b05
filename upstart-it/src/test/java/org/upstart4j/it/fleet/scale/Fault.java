package org.upstart4j.it.fleet.scale;

/** What is wrong with a host, for the program that stands in for ssh. */
enum Fault {
  /** It is never connected: nobody answers. */
  HANGS,
  /** It refuses to be connected to. */
  REFUSES,
  /** It is connected, and cut off in the middle of what is asked for. */
  DIES,
  /** It is connected, and never says a word. */
  IS_MUTE,
  /** It takes its time to connect. */
  IS_SLOW;

  /** The name of the file that tells it. */
  String file(String host) {
    return host + "." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
