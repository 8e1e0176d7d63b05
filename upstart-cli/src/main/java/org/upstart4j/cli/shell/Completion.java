package org.upstart4j.cli.shell;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.command.ProgramName;

/** The script that completes words in bash, and in zsh by its bashcompinit. */
final class Completion {

  private static final String FILES = "files";
  private static final String JOBS = "jobs";
  private static final String EVENTS = "events";
  private static final String NONE = "none";

  /** What stands for a label, or for an option whose label says too little. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("JOB", JOBS),
          Map.entry("CONF", JOBS),
          Map.entry("--job", JOBS),
          Map.entry("EVENT", EVENTS),
          Map.entry("--event", EVENTS),
          Map.entry("COMMAND", "commands"),
          Map.entry("DIR", "folders"),
          Map.entry("FILE", FILES),
          Map.entry("FILE|DIR", FILES),
          Map.entry("UNIT", FILES),
          Map.entry("PRIORITY", "words:debug|info|message|warn|error|fatal"));

  private static final String HEAD =
      """
      # Completes the words of upstart. Names are never run: they are compared, and quoted.
      # Those of a folder, or else those that the Upstart knows.
      _upstart_jobs() {
        if [ -n "$2" ]; then
          (cd -- "$2" 2>/dev/null && find . -name '*.conf' ! -path '*/.*') |
            sed 's,^\\./,,; s,\\.conf$,,' | sort
          return
        fi
        "$1" list 2>/dev/null | while IFS= read -r line; do
          case $line in
            $'\\t'*) ;;
            *) printf '%s\\n' "${line%% *}" ;;
          esac
        done | sort -u
      }
      # Those that jobs wait for or emit.
      _upstart_events() {
        "$1" show-config -e 2>/dev/null |
          sed -n 's/^  start on //p; s/^  stop on //p; s/^  emits //p' | sed 's/ .*//' | sort -u
      }
      _upstart_words() {
        local word
        while IFS= read -r word; do
          case $word in
            "$1"*) COMPREPLY+=("$(printf '%q' "$word")") ;;
          esac
        done
      }
      """;

  private static final String BODY =
      """
      _upstart() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev= command= place=0 i kind folder=
        local upstart_commands= upstart_options= upstart_valued= upstart_kinds=
        [ "$COMP_CWORD" -gt 0 ] && prev=${COMP_WORDS[COMP_CWORD-1]}
        # bash takes --option=value for three words
        if [ "$prev" = = ]; then
          prev=${COMP_WORDS[COMP_CWORD-2]}
        elif [ "$cur" = = ]; then
          cur=
        fi
        COMPREPLY=()
        _upstart_command ''
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            -* | =) ;;
            *)
              if [ "${COMP_WORDS[i-1]}" = = ]; then
                [ "${COMP_WORDS[i-2]}" != --confdir ] || folder=${COMP_WORDS[i]}
                continue
              fi
              case " $upstart_valued " in
                *" ${COMP_WORDS[i-1]} "*)
                  [ "${COMP_WORDS[i-1]}" != --confdir ] || folder=${COMP_WORDS[i]}
                  ;;
                *)
                  if [ -n "$command" ]; then
                    place=$((place + 1))
                  else
                    command=${COMP_WORDS[i]}
                    _upstart_command "$command"
                  fi
                  ;;
              esac
              ;;
          esac
        done
        case $command in
          enable | disable) folder=${folder:-/etc/init} ;;
        esac
        kind=none
        case " $upstart_valued " in
          *" $prev "*) kind=$(_upstart_kind "$upstart_kinds" "$prev") ;;
          *)
            case $cur in
              -*) kind=options ;;
              *) kind=$(_upstart_kind "$upstart_kinds" "$place") ;;
            esac
            ;;
        esac
        case $kind in
          options) _upstart_words "$cur" < <(printf '%s\\n' $upstart_options) ;;
          commands) _upstart_words "$cur" < <(printf '%s\\n' $upstart_commands) ;;
          jobs) _upstart_words "$cur" < <(_upstart_jobs "${COMP_WORDS[0]}" "$folder") ;;
          events) _upstart_words "$cur" < <(_upstart_events "${COMP_WORDS[0]}") ;;
          words:*) _upstart_words "$cur" < <(printf '%s\\n' "${kind#words:}" | tr '|' '\\n') ;;
          folders) _upstart_words "$cur" < <(compgen -d -- "$cur") ;;
          files) _upstart_words "$cur" < <(compgen -f -- "$cur") ;;
        esac
      }
      # What stands at a place, or after an option: _upstart_kind 'PLACE=KIND...' PLACE
      _upstart_kind() {
        local pair
        for pair in $1; do
          case $pair in
            "$2="*)
              printf '%s\\n' "${pair#*=}"
              return
              ;;
          esac
        done
        printf 'none\\n'
      }
      """;

  private static final String ZSH =
      """
      #compdef upstart upstart4j
      autoload -U +X bashcompinit && bashcompinit
      """;

  /** A package gives the program a name that no real Upstart has. */
  private static final String COMPLETE = "complete -F _upstart upstart upstart4j\n";

  private Completion() {}

  static String bash(List<CliCommand> all) {
    return HEAD + commands(all) + BODY + COMPLETE;
  }

  /** Words are split in the functions alone, as bash does it. */
  static String zsh(List<CliCommand> all) {
    return ZSH
        + HEAD
        + commands(all)
        + BODY.replaceFirst("\n", "\n  emulate -L ksh 2>/dev/null\n")
        + COMPLETE;
  }

  /** A function that sets what a command takes; zsh has variables of plainer names for itself. */
  private static String commands(List<CliCommand> all) {
    StringBuilder script = new StringBuilder("_upstart_command() {\n");
    script
        .append("  upstart_commands='")
        .append(String.join(" ", all.stream().map(CliCommand::name).toList()))
        .append("'\n  case $1 in\n");
    // options of all commands of initctl may stand before the command
    script.append(cases("''", "", ProgramName.UPSTART.globals(), List.of(), "0=commands "));
    for (CliCommand command : all) {
      CommandForm form = command.form(ProgramName.UPSTART);
      script.append(cases(command.name(), command.name(), form.options(), form.parameters(), ""));
    }
    return script.append("  esac\n}\n").toString();
  }

  private static String cases(
      String pattern,
      String command,
      List<Option> options,
      List<Parameter> parameters,
      String kinds) {
    StringJoiner names = new StringJoiner(" ");
    StringJoiner valued = new StringJoiner(" ");
    StringBuilder known = new StringBuilder(kinds);
    for (Option option : options) {
      for (String name : names(option)) {
        names.add(name);
        if (option.takesArgument()) {
          valued.add(name);
          known.append(name).append('=').append(kind(option)).append(' ');
        }
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      known.append(i).append('=').append(kind(parameters.get(i), command)).append(' ');
    }
    return "    "
        + pattern
        + ")\n"
        + set("upstart_options", names.toString())
        + set("upstart_valued", valued.toString())
        + set("upstart_kinds", known.toString().strip())
        + "      ;;\n";
  }

  private static List<String> names(Option option) {
    if (option.help() == null) {
      return List.of();
    }
    return option.letter() == '\0'
        ? List.of(option.spelled())
        : List.of("-" + option.letter(), option.spelled());
  }

  private static String set(String variable, String value) {
    return "      " + variable + "='" + value + "'\n";
  }

  private static String kind(Option option) {
    String byLabel = KINDS.getOrDefault(String.valueOf(option.argument()), NONE);
    return option.words().isEmpty()
        ? KINDS.getOrDefault(option.spelled(), byLabel)
        : words(option.words());
  }

  private static String kind(Parameter parameter, String command) {
    if (!parameter.words().isEmpty()) {
      return words(parameter.words());
    }
    boolean isProgram = parameter.label().equals("COMMAND") && command.equals("create");
    return isProgram ? FILES : KINDS.getOrDefault(parameter.label(), NONE);
  }

  private static String words(List<String> words) {
    return "words:" + String.join("|", words);
  }
}
