# Sets the process up and becomes the program. What it says before that is why it failed.
# Words: the folder, then the command; one with a backslash is written for printf %b. The program's
# variables are carried under names that mean nothing to anybody, until the program is at hand.

# Begins when the guardian knows of it, and not at all if the engine has died since.
if [ -e /proc/self/fd/5 ]; then exec <&5 5<&-; fi
IFS= read -r go || exit 1

case $* in
*\\*)
  for word do
    case $word in *\\*) word=$(printf %bx "$word"); word=${word%x} ;; esac
    set -- "$@" "$word"
    shift
  done
  ;;
esac
folder=$1
shift

for carrier in $encoded; do
  eval "word=\$$carrier"
  word=$(printf %bx "$word")
  word=${word%x}
  eval "$carrier=\$word"
done

exec 3>&1
must() {
  step=$1
  shift
  said=$("$@" 2>&1) && return
  printf '%s %s\n' "$step" "$said" >&3
  exit 1
}
score() { printf '%s\n' "$score" >"/proc/$$/oom_score_adj"; }
console() { : <>/dev/console; }
folder() {
  cd -P -- "$folder" && return
  if [ -d "$folder" ]; then echo ': Permission denied'
  elif [ -e "$folder" ]; then echo ': Not a directory'
  else echo ': No such file or directory'
  fi
  return 1
}

if [ "$script" ]; then exec 9<&0; fi
exec </dev/null

umask "$mask"
if [ "$nice" ]; then must nice renice --priority "$nice" --pid $$; fi
if [ "$score" ]; then must score score; fi
if [ "$folder" ]; then cd -P -- "$folder" 2>/dev/null || must folder folder; fi
if [ "$owner" ]; then must owner chown -- "$owner" /proc/self/fd/9; fi
if [ "$limits" ]; then must limit prlimit --pid $$ $limits; fi

case $console in
log) exec >&2 ;;
none) exec >/dev/null ;;
*)
  if [ -e /proc/self/fd/4 ]; then exec <&4 >&4 4>&-
  elif [ "$console" = owner ]; then must console console; exec <>/dev/console >&0
  else exec >/dev/null
  fi
  ;;
esac
exec 2>&1
if [ "$last" ]; then exec "$@"; fi
exec "$@" 3>&-
