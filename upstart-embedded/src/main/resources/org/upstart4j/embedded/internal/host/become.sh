# Becomes the program, with its variables: as the user and below the root directory that it has, so
# that nothing with other rights ever runs under them.
# Words: the security profile, if any; the names of what carries the variables; then the command.

profile() { printf 'exec %s' "$1" >"$attribute"; }
if [ "$1" ]; then
  attribute=/proc/self/attr/apparmor/exec
  if [ ! -e "$attribute" ]; then attribute=/proc/self/attr/exec; fi
  if ! { profile "$1"; } 2>&-; then
    said=$({ profile "$1"; } 2>&1)
    printf 'profile %s\n' "$said" >&3
    exit 1
  fi
fi

carriers=$2
shift 2
entries=
for carrier in $carriers; do entries="$entries \"\$$carrier\""; done
eval "set -- $entries '' \"\$@\""
unset $carriers
unset PATH LC_ALL PWD OLDPWD SHLVL _ script owner console mask nice score limits encoded last

# From here on the shell has the program's variables only, which may have any name.
while [ "$1" ]; do
  if ! command export "$1" 2>&-; then
    printf 'variable %s\n' "${1%%=*}" >&3
    exit 1
  fi
  shift
done
shift
exec 3>&-
if [ ! "${PATH+set}" ]; then PATH=/bin:/usr/bin; fi
exec "$@"
