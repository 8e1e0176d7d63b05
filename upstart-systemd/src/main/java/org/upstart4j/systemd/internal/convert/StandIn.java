package org.upstart4j.systemd.internal.convert;

import java.util.Map;
import java.util.TreeMap;

/**
 * Programs with the names of Upstart's that do by {@code systemctl} what scripts want of them, and
 * answer as Upstart did. What they cannot do they say on standard error, and fail.
 */
final class StandIn {

  private static final String FOLDER = "bin";

  private static final String HEAD =
      """
      #!/bin/sh
      # Does by systemctl what Upstart's initctl did for scripts.

      # Sets unit, and variable: what names the instances of a template.
      find_job() {
        variable=
        case $1 in
      """;

  private static final String AFTER_JOBS =
      """
          *)
            unit=$(printf %s "$1" | tr / -).service
            [ "$(property LoadState)" = loaded ] || fail "Unknown job: $1"
            ;;
        esac
      }

      # Sets unit, or nothing if no job waits for the event.
      find_event() {
        unit=
        case $1 in
      """;

  private static final String AFTER_EVENTS =
      """
        esac
      }

      jobs() {
      """;

  private static final String TAIL =
      """
      }

      fail() {
        printf '%s: %s\\n' "$program" "$1" >&2
        exit 1
      }

      property() {
        systemctl show -p "$1" -- "$unit" | sed 's/^[^=]*=//'
      }

      # Finds the unit of JOB and KEY=VALUE..., or of the job that this runs for.
      find_unit() {
        instance=
        if [ $# = 0 ]; then
          [ -n "${UPSTART_JOB-}" ] || fail "missing job name"
          wait=--no-block
          job=$UPSTART_JOB
          find_job "$job"
          [ -z "$variable" ] || instance=${UPSTART_INSTANCE-}
          name_instance
          return
        fi
        job=$1
        shift
        find_job "$job"
        found=
        for pair; do
          case $pair in
            "$variable="*) instance=${pair#*=}; found=1 ;;
            *=*) others="${others-} ${pair%%=*}" ;;
            *) fail "Env must be KEY=VALUE pairs" ;;
          esac
        done
        if [ -n "$variable" ] && [ -z "$found" ]; then
          fail "Unknown parameter: $variable"
        fi
        name_instance
      }

      name_instance() {
        case $unit in
          *@.*)
            [ -n "$variable" ] || fail "$unit: no single variable names its instances"
            unit=${unit%@.*}@$(systemd-escape -- "$instance").${unit##*.}
            ;;
        esac
      }

      # A job's processes see no variables of a command.
      refuse_others() {
        [ -z "${others-}" ] || fail "$unit takes no variables:$others"
      }

      is_stopped() {
        case $(property ActiveState) in inactive | failed) ;; *) return 1 ;; esac
      }

      is_up() {
        case $(property ActiveState) in active | activating | reloading) ;; *) return 1 ;; esac
      }

      need_running() {
        ! is_stopped || fail "Unknown instance: $instance"
      }

      print_status() {
        [ -n "$instance" ] && line="$job ($instance)" || line=$job
        process=$(property MainPID)
        case $(property ActiveState)/$(property SubState) in
          inactive/* | failed/*) line=$job state=stop/waiting process=0 ;;
          activating/start-post) state=start/post-start ;;
          activating/start-pre | activating/condition)
            state=start/pre-start process=$(property ControlPID) ;;
          activating/auto-restart) state=start/starting process=0 ;;
          deactivating/stop) state=stop/pre-stop ;;
          deactivating/stop-post | deactivating/final-*)
            state=stop/post-stop process=$(property ControlPID) ;;
          deactivating/*) state=stop/killed ;;
          *) state=start/running ;;
        esac
        [ "${process:-0}" = 0 ] && process= || process=", process $process"
        [ -n "$quiet" ] || printf '%s %s%s\\n' "$line" "$state" "$process"
      }

      do_list() {
        jobs | while read -r unit job; do
          variable= instance=
          case $unit in
            *@.*)
              all=$(systemctl list-units --all --no-legend --plain -- "${unit%@.*}@*" | cut -d' ' -f1)
              template=$unit
              for unit in $all; do
                instance=$(systemd-escape --unescape -- "$(instance_of "$unit")")
                print_status
              done
              [ -n "$all" ] || [ -n "$quiet" ] || printf '%s stop/waiting\\n' "$job"
              unit=$template
              ;;
            *) print_status ;;
          esac
        done
      }

      instance_of() {
        name=${1#*@}
        printf %s "${name%.*}"
      }

      do_emit() {
        [ $# -gt 0 ] || fail "missing event name"
        find_event "$1"
        [ -n "$unit" ] || return 0
        [ $# = 1 ] || printf '%s: %s: hands no variables on\\n' "$program" "$unit" >&2
        systemctl $wait start -- "$unit" 2>/dev/null || fail "Event failed"
      }

      # Variables of all units; of one job alone there are none.
      need_global() {
        [ -n "$global" ] || [ -z "${UPSTART_JOB-}" ] || fail "$command: only with --global"
      }

      do_env() {
        need_global
        case $command in
          set-env)
            for pair; do
              case $pair in *=*) ;; *) pair=$pair= ;; esac
              systemctl set-environment -- "$pair" || exit 1
            done
            ;;
          unset-env) systemctl unset-environment -- "$@" ;;
          list-env) systemctl show-environment ;;
          get-env)
            systemctl show-environment | grep -q "^$1=" || fail "No such variable: $1"
            systemctl show-environment | sed -n "s/^$1=//p"
            ;;
        esac
      }

      do_job() {
        find_unit "$@"
        case $command in
          start)
            [ $# -gt 0 ] || fail "start: a stop cannot be taken back"
            refuse_others
            is_up && fail "Job is already running: $job"
            systemctl $wait start -- "$unit" 2>/dev/null || fail "Job failed to start"
            ;;
          stop)
            need_running
            [ "$(property ActiveState)" != deactivating ] \\
              || fail "Job has already been stopped: $job"
            systemctl $wait stop -- "$unit" 2>/dev/null || fail "Job failed while stopping"
            ;;
          restart)
            refuse_others
            need_running
            systemctl $wait restart -- "$unit" 2>/dev/null || fail "Job failed to restart"
            ;;
          reload)
            need_running
            systemctl reload -- "$unit" 2>/dev/null || fail "Not running"
            return
            ;;
          status) [ -z "$instance" ] || need_running ;;
        esac
        print_status
      }

      program=${UPSTART_PROGRAM:-${0##*/}}
      unset UPSTART_PROGRAM
      wait= quiet= global= command=
      [ "$program" = initctl ] || command=$program
      while [ $# -gt 0 ]; do
        case $1 in
          -n | --no-wait) wait=--no-block ;;
          -q | --quiet) quiet=1 ;;
          -g | --global) global=1 ;;
          -r | --retain | -v | --verbose | --system) ;;
          --) shift; break ;;
          -*) fail "$1: not known on systemd" ;;
          *) [ -z "$command" ] && command=$1 || break ;;
        esac
        shift
      done
      # Options may stand behind the names, too.
      rest=$#
      while [ "$rest" -gt 0 ]; do
        case $1 in
          -n | --no-wait) wait=--no-block ;;
          -q | --quiet) quiet=1 ;;
          -g | --global) global=1 ;;
          *) set -- "$@" "$1" ;;
        esac
        shift
        rest=$((rest - 1))
      done
      case $command in
        start | stop | restart | reload | status) do_job "$@" ;;
        emit) do_emit "$@" ;;
        list) do_list ;;
        reload-configuration) systemctl daemon-reload ;;
        set-env | unset-env | get-env | list-env) do_env "$@" ;;
        '') fail "missing command" ;;
        *) fail "$command: nothing on systemd is like it" ;;
      esac
      """;

  private static final String OTHER =
      """
      #!/bin/sh
      # Does what Upstart's program of this name did.
      UPSTART_PROGRAM=${0##*/} exec "${0%/*}/initctl" "$@"
      """;

  private StandIn() {}

  /** Where the programs lie on the machine that runs the units. */
  static String folder(Options options) {
    return options.helpers() + "/" + FOLDER;
  }

  /** The programs by their paths below the helpers' folder. */
  static Map<String, String> programs(Graph graph, Map<String, String> events) {
    Map<String, String> programs = new TreeMap<>();
    ScriptCall.PROGRAMS.forEach(name -> programs.put(FOLDER + "/" + name, OTHER));
    programs.put(FOLDER + "/initctl", initctl(graph, events));
    return programs;
  }

  private static String initctl(Graph graph, Map<String, String> events) {
    StringBuilder text = new StringBuilder(HEAD);
    graph.jobs().forEach(job -> text.append(row(job)));
    text.append(AFTER_JOBS);
    events.forEach(
        (event, unit) ->
            text.append("    %s) unit=%s ;;\n".formatted(quoted(event), quoted(unit))));
    text.append(AFTER_EVENTS);
    graph.jobs().forEach(job -> text.append(listed(job)));
    return text.append(TAIL).toString();
  }

  private static String row(JobUnit job) {
    String variable =
        job.isTemplate()
            ? Instances.variable(job.definition()).map(name -> " variable=" + name).orElse("")
            : "";
    return "    %s) unit=%s%s ;;\n"
        .formatted(quoted(job.name()), quoted(job.draft().name()), variable);
  }

  private static String listed(JobUnit job) {
    return "  printf '%%s %%s\\n' %s %s\n"
        .formatted(quoted(job.draft().name()), quoted(job.name()));
  }

  /** A word that the shell takes as it is. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
