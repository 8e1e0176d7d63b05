package org.upstart4j.cli.terminal;

/** The end of the program. */
public final class ProgramEnd {

  /** The property that tells junixsocket where its native part has been unpacked. */
  public static final String UNPACKED = "org.newsclub.net.unix.library.override";

  private static volatile boolean hasHooks;

  private ProgramEnd() {}

  /** Has a thread run at the end, even if that is a signal. */
  public static void hook(Thread last) {
    hasHooks = true;
    Runtime.getRuntime().addShutdownHook(last);
  }

  /**
   * Ends the program; everything must be written.
   *
   * <p>Where nothing has to run at the end, it ends at once: a JDK sets up its loggers to tell of
   * an exit, which takes longer than many a command. junixsocket removes at the end what it has
   * unpacked itself.
   */
  public static void exit(int status) {
    if (hasHooks || System.getProperty(UNPACKED) == null) {
      System.exit(status);
    }
    Runtime.getRuntime().halt(status);
  }
}
