# Sends signals, and ends all that is left when the engine has gone, however that came about.
# Reads commands of words and numbers; a number is that of a process, its group and its session.
# What is known is kept as a variable for each number: a list would be gone through each time.
trap '' HUP INT QUIT TERM PIPE TSTP TTIN TTOU USR1 USR2

while read -r verb one two; do
  case $verb in
  watch) eval "known_$one=$one" ;;
  forget) unset "known_$one" ;;
  kill) kill -s "$one" -- "$two" ;;
  esac
done

known=$(set | while IFS='=' read -r name number; do
  case $name in known_[0-9]*) echo "${name#known_}" ;; esac
done)
for number in $known; do kill -s 9 -- "-$number" "$number"; done

# Groups of their own, but within a session that is known.
set -- /proc/[0-9]*/stat
set -f
for stat do
  IFS= read -r line <"$stat" || continue
  set -- ${line##*) }
  case ${4:-none} in *[!0-9]*) continue ;; esac
  eval "session=\${known_$4-}"
  if [ "$session" ]; then pid=${stat#/proc/}; kill -s 9 -- "${pid%/stat}"; fi
done
