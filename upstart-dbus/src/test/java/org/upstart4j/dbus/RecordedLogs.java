package org.upstart4j.dbus;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** A backend that prints nothing, and keeps what is logged above TRACE while somebody wants it. */
public final class RecordedLogs implements SLF4JServiceProvider {

  private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();

  /** Whether a program that a test has started prints warnings and errors. */
  private static final boolean PRINTS = Boolean.getBoolean("upstart4j.test.prints");

  private static volatile boolean wanted;

  /** Keeps lines from now on. */
  static void start() {
    LINES.clear();
    wanted = true;
  }

  /** Keeps no more, and returns the lines, each with the whole of its exception. */
  static String stop() {
    wanted = false;
    return String.join("\n", LINES);
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> new Recorder();
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return new BasicMarkerFactory();
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return new NOPMDCAdapter();
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}

  private static final class Recorder extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isTraceEnabled() {
      return false;
    }

    @Override
    public boolean isDebugEnabled() {
      return wanted;
    }

    @Override
    public boolean isInfoEnabled() {
      return wanted;
    }

    @Override
    public boolean isWarnEnabled() {
      return wanted || PRINTS;
    }

    @Override
    public boolean isErrorEnabled() {
      return wanted || PRINTS;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return "";
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level, Marker marker, String pattern, Object[] arguments, Throwable failure) {
      if (PRINTS && level.compareTo(Level.WARN) <= 0) {
        System.out.println(level + " " + MessageFormatter.basicArrayFormat(pattern, arguments));
      }
      if (!wanted) {
        return;
      }
      LINES.add(level + " " + MessageFormatter.basicArrayFormat(pattern, arguments));
      for (Throwable part = failure; part != null; part = part.getCause()) {
        LINES.add(part.toString());
      }
    }
  }
}
