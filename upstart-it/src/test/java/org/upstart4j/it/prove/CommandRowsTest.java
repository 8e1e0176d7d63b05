package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.ProcessType.MAIN;
import static org.upstart4j.it.prove.Row.mainRuns;
import static org.upstart4j.it.prove.Row.pause;
import static org.upstart4j.it.prove.Row.start;
import static org.upstart4j.it.prove.Row.stop;
import static org.upstart4j.it.prove.Row.waits;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.Level;

/** The rows of the table that say how a process is run. */
@Tag("alone")
@Execution(ExecutionMode.CONCURRENT)
class CommandRowsTest {

  private static Played played(String text) {
    return Row.of(text).steps(start(), mainRuns(), stop()).play();
  }

  @Test
  void whatIsForPeopleHasNoEffect() {
    played(
            """
            description "50% off; $HOME and \\"quotes\\""
            author "Somebody <somebody@example.com>"
            version "1.2%n"
            usage "PORT=80"
            emits ready not-ready
            exec @main
            """)
        .isExact(ConversionCode.DESCRIPTION, ConversionCode.NOTE);
  }

  @Test
  void aProgramWithAPathGetsTheSameWords() {
    played("exec @main one 50% %n a:b - -- @x +y :z -flag\n").isExact(ConversionCode.COMMAND);
  }

  @Test
  void aProgramWithoutAPathIsSearched() {
    played("exec env @main one\n").isExactSince(250, ConversionCode.PROGRAM_SEARCH);
  }

  @Test
  void aProgramOnTheJobsOwnPathIsSearchedByAShell() {
    played(
            """
            env PATH=/nowhere:@stage/probes/0.main:/usr/bin:/bin
            exec run
            """)
        .is(Level.APPROXIMATE, ConversionCode.PROGRAM_SEARCH);
  }

  @Test
  void aProgramWithARelativePathIsRunInTheJobsFolder() {
    Played played =
        played(
            """
            chdir /usr
            exec bin/env @main two
            """);
    played.isApproximate(ConversionCode.PROGRAM_SEARCH);
  }

  @Test
  void aCommandWithCharactersOfTheShellIsReadByTheSameShell() {
    played(
            "env HOST=example.org\nexec @main \"$HOST\" 'a  b' `echo c` \\$x 5% \"%n\" {1,2} ~ *.none\n")
        .isExact(ConversionCode.SHELL_LINE);
  }

  @Test
  void aScriptOfOneLineIsReadByTheSameShell() {
    played(
            """
            script
              exec @main "$1" ${UPSTART_JOB} 100%
            end script
            """)
        .isExact(ConversionCode.SHELL_LINE);
  }

  @Test
  void aScriptOfMoreLinesIsReadByTheSameShell() {
    played(
            """
            script
              set -- one "two  three" '%'
              [ "$#" -eq 3 ] && false || :
              exec @main "$@" $UPSTART_JOB
            end script
            """)
        .isExact(ConversionCode.SCRIPT_FILE);
  }

  @Test
  void aScriptEndsWithTheFirstCommandThatFails() {
    Row.of(
            """
            script
              sleep 0.3
              false
              exec @main
            end script
            """)
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.SCRIPT_FILE);
  }

  @Test
  void aStartFailsWhereTheProgramIsMissing() {
    Row.of("exec @main\n")
        .without(MAIN)
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.SERVICE_TYPE);
  }

  @Test
  void aMissingProgramThatIsSearchedFailsTheStart() {
    Played played =
        Row.of("exec upstart4j-is-not-there\n")
            .steps(start(), waits())
            .play()
            .is(Level.EXACT, ConversionCode.SERVICE_TYPE);
    if (TestedSystemd.has(250)) {
      played.isExact(ConversionCode.PROGRAM_SEARCH);
    } else { // whether the start has succeeded by then is chance
      played.is(Level.APPROXIMATE, ConversionCode.PROGRAM_SEARCH);
      assertThat(played.systemd()).contains("web waits");
    }
  }

  @Test
  void aMissingProgramIsNotTriedAgain() {
    Row.of("respawn\nexec @main\n")
        .without(MAIN)
        .steps(start(), waits(), pause(300))
        .play()
        .isExact(ConversionCode.SERVICE_TYPE, ConversionCode.RESPAWN);
  }
}
