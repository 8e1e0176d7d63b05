package org.upstart4j.cli.shell;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The script that completes words in bash, and in zsh by its bashcompinit. */
final class Completion {

  private static final String FILES = "files";
  private static final String JOBS = "jobs";
  private static final String EVENTS = "events";

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
      # What stands at a place, or behind an option: _upstart_kind 'PLACE=KIND...' PLACE
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
      #compdef upstart
      autoload -U +X bashcompinit && bashcompinit
      """;

  private Completion() {}

  static String bash(CommandLine line) {
    return HEAD + commands(line) + BODY + "complete -F _upstart upstart\n";
  }

  /** Words are split in the functions alone, as bash does it. */
  static String zsh(CommandLine line) {
    return ZSH
        + HEAD
        + commands(line)
        + BODY.replaceFirst("\n", "\n  emulate -L ksh 2>/dev/null\n")
        + "complete -F _upstart upstart\n";
  }

  /** A function that sets what a command takes; zsh has variables of plainer names for itself. */
  private static String commands(CommandLine line) {
    StringBuilder script = new StringBuilder("_upstart_command() {\n");
    script
        .append("  upstart_commands='")
        .append(String.join(" ", line.getSubcommands().keySet()))
        .append("'\n  case $1 in\n");
    script.append(cases("''", beforeCommands(line), "0=commands "));
    line.getSubcommands()
        .forEach((name, command) -> script.append(cases(name, command.getCommandSpec(), "")));
    return script.append("  esac\n}\n").toString();
  }

  /** Options of initctl's commands may stand before the command; version has no others. */
  private static CommandSpec beforeCommands(CommandLine line) {
    CommandSpec all = CommandSpec.create();
    line.getCommandSpec().options().forEach(all::addOption);
    Objects.requireNonNull(line.getSubcommands().get("version")).getCommandSpec().options().stream()
        .filter(option -> all.findOption(option.longestName()) == null)
        .forEach(all::addOption);
    return all;
  }

  private static String cases(String pattern, CommandSpec spec, String kinds) {
    StringJoiner options = new StringJoiner(" ");
    StringJoiner valued = new StringJoiner(" ");
    StringBuilder known = new StringBuilder(kinds);
    for (OptionSpec option : spec.options()) {
      List<String> names = List.of(option.names());
      names.forEach(options::add);
      if (option.arity().max() > 0) {
        names.forEach(valued::add);
        names.forEach(name -> known.append(name).append('=').append(kind(option)).append(' '));
      }
    }
    int last = 0;
    for (PositionalParamSpec word : spec.positionalParameters()) {
      last = word.index().min();
      known.append(last).append('=').append(kind(word)).append(' ');
    }
    return "    "
        + pattern
        + ")\n"
        + set("upstart_options", options.toString())
        + set("upstart_valued", valued.toString())
        + set("upstart_kinds", known.toString().strip())
        + "      ;;\n";
  }

  private static String set(String variable, String value) {
    return "      " + variable + "='" + value + "'\n";
  }

  private static String kind(ArgSpec argument) {
    @Nullable Iterable<String> words = argument.completionCandidates();
    if (words != null) {
      return "words:" + String.join("|", words);
    }
    String label = argument.paramLabel().replaceAll("[\\[\\]]", "").split(" ", 2)[0];
    if (label.equals("COMMAND") && argument.command().name().equals("create")) {
      return FILES;
    }
    if (label.matches("[a-z|]+")) {
      return "words:" + label;
    }
    String kind = KINDS.getOrDefault(label, "none");
    return argument instanceof OptionSpec option
        ? KINDS.getOrDefault(option.longestName(), kind)
        : kind;
  }
}
