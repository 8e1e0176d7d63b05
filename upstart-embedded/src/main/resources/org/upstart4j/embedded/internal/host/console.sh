# Opens the console for the launcher, as file descriptor 4; its owner gets it as its terminal.
# Words: setsid, then what it is to run.

setsid=$1
shift
{ command exec 4<>/dev/console; } 2>/dev/null
if [ "$console" = owner ] && [ -e /proc/self/fd/4 ]; then
  exec 5<&0 <&4
  exec "$setsid" --ctty "$@"
fi
exec "$setsid" "$@"
