# The beginning of both launchers. Java takes the names of files and arguments apart by the character
# set of the locale. With LC_ALL=C or no locale at all, as in containers and cron, that is ASCII, and
# a file of another name could not be opened. C.UTF-8 differs from C in the character set alone.
case $(locale charmap 2>/dev/null || :) in
  ANSI_X3.4-1968 | US-ASCII | 646 | ASCII)
    for utf8 in C.UTF-8 en_US.UTF-8; do
      if [ "$(LC_ALL=$utf8 locale charmap 2>/dev/null)" = UTF-8 ]; then
        export LC_ALL="$utf8"
        break
      fi
    done
    ;;
  '')
    # No program to ask, as in small containers.
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
      '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
    esac
    ;;
esac
