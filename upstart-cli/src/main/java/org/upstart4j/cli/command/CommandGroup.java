package org.upstart4j.cli.command;

/** What a command is about: the lists of commands are sorted by it. */
public enum CommandGroup {
  JOBS("Jobs"),
  EVENTS("Events"),
  VARIABLES("Job variables"),
  FILES("Job files"),
  UPSTART("Upstart itself"),
  PROGRAM("This program");

  private final String title;

  CommandGroup(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** The groups of initctl's own list, which has fewer. */
  enum OfInitctl {
    JOB("Job"),
    EVENT("Event"),
    ENVIRONMENT("Environment"),
    OTHER("Other");

    private final String title;

    OfInitctl(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    /** The group that holds the commands of another one. */
    static OfInitctl of(CommandGroup group) {
      return switch (group) {
        case JOBS -> JOB;
        case EVENTS -> EVENT;
        case VARIABLES -> ENVIRONMENT;
        case FILES, UPSTART, PROGRAM -> OTHER;
      };
    }
  }
}
