package org.upstart4j.analysis.reason;

import java.util.List;

/** Why there is no job of a name. */
public sealed interface Absent extends Reason {

  /**
   * Upstart rejects the job's file.
   *
   * @param job the job's name
   * @param path the file
   * @param line the line that is wrong, from 1
   * @param column the column, from 1
   * @param problem what is wrong there
   * @param isThere whether there is a job of that name all the same, as of an override file alone
   * @param evidence the line
   */
  record FileRejected(
      String job,
      String path,
      int line,
      int column,
      String problem,
      boolean isThere,
      List<Evidence> evidence)
      implements Absent {

    @Override
    public String word() {
      return "file-rejected";
    }

    @Override
    public String text() {
      return (isThere
              ? "Upstart rejects "
              : "There is no job " + job + ", because Upstart rejects ")
          + path
          + " at line "
          + line
          + ": "
          + Sentence.end(problem);
    }
  }

  /**
   * The job's file could not be read.
   *
   * @param job the job's name
   * @param path the file
   * @param problem why not
   */
  record FileUnreadable(String job, String path, String problem) implements Absent {
    @Override
    public String word() {
      return "file-unreadable";
    }

    @Override
    public String text() {
      return path
          + " could not be read, so there may be no job "
          + job
          + ": "
          + Sentence.end(problem);
    }
  }

  /**
   * There is a file, but Upstart never reads it.
   *
   * @param job the job's name
   * @param path the file
   * @param why why not
   */
  record NeverRead(String job, String path, String why) implements Absent {
    @Override
    public String word() {
      return "never-read";
    }

    @Override
    public String text() {
      return "There is no job "
          + job
          + ", because Upstart never reads "
          + path
          + ": "
          + Sentence.end(why);
    }
  }

  /**
   * The job's file is right, but Upstart has not read it.
   *
   * @param job the job's name
   * @param path the file
   */
  record NotReadYet(String job, String path) implements Absent {
    @Override
    public String word() {
      return "not-read-yet";
    }

    @Override
    public String text() {
      return path
          + " is a job file that is in order, but Upstart has not read it."
          + " Have it read: initctl reload-configuration.";
    }
  }

  /**
   * Nothing is called that.
   *
   * @param job the job's name
   * @param near names of jobs that are near
   * @param searched the folders that were searched
   */
  record NoSuchJob(String job, List<String> near, List<String> searched) implements Absent {

    @Override
    public String word() {
      return "no-such-job";
    }

    @Override
    public String text() {
      String where =
          searched.isEmpty()
              ? "Upstart knows no job " + job + "; its job files were not looked at."
              : "There is no job "
                  + job
                  + ": no file in "
                  + String.join(", ", searched)
                  + " defines it.";
      return near.isEmpty() ? where : where + " Did you mean " + String.join(", ", near) + "?";
    }
  }

  /**
   * The job has no instance of a name.
   *
   * @param job the job's name
   * @param instance the name of the instance
   * @param running the names of the instances that there are
   * @param evidence the {@code instance} stanza
   */
  record NoSuchInstance(String job, String instance, List<String> running, List<Evidence> evidence)
      implements Absent {

    @Override
    public String word() {
      return "no-such-instance";
    }

    @Override
    public String text() {
      return job
          + " has no instance "
          + instance
          + " at the moment"
          + (running.isEmpty()
              ? ", and no other one."
              : "; it has " + String.join(", ", running) + ".");
    }
  }

  /**
   * Upstart rejects the job's override file, of which only what stands above the error counts.
   *
   * @param job the job's name
   * @param path the override file
   * @param line the line that is wrong, from 1
   * @param column the column, from 1
   * @param problem what is wrong there
   * @param evidence the line
   */
  record OverrideRejected(
      String job, String path, int line, int column, String problem, List<Evidence> evidence)
      implements Absent {

    @Override
    public String word() {
      return "override-rejected";
    }

    @Override
    public String text() {
      return "Upstart rejects "
          + path
          + " at line "
          + line
          + ", so of that file only what stands above counts: "
          + Sentence.end(problem);
    }
  }

  /**
   * The Upstart knows no override files, so that the job is as its conf file says.
   *
   * @param job the job's name
   * @param path the override file
   * @param version the version of Upstart
   */
  record OverrideUnread(String job, String path, String version) implements Absent {
    @Override
    public String word() {
      return "override-unread";
    }

    @Override
    public String text() {
      return "What "
          + path
          + " says does not count, because Upstart "
          + version
          + " reads no override files.";
    }
  }
}
