# The end of both launchers, that of the sources and that of the bundle: runs the command line. Wants
# $java, its $version (17), $class_path, and $cache, where natives are unpacked (empty: below the home folder).
# $jsa is where an archive of classes is, or shall be. BUTCHERBLOCK_JAVA_OPTS adds options, such as -Xmx8g.
# $natives is empty, or the option that says which of LibTorch's natives there are.

# Of a descriptor that was closed Java knows nothing: the first file that it opens takes its place, an
# archive of classes, and reading that as standard input ends it with a segmentation fault. So there is
# one, on which reading or writing fails.
{ true 3<&0; } 2>/dev/null || exec 0>/dev/null
{ true 3>&1; } 2>/dev/null || exec 1</dev/null
{ true 3>&2; } 2>/dev/null || exec 2>/dev/null

# Java cannot tell whether standard error is a terminal, nor how wide it is.
columns=0
if [ -t 2 ]; then
  columns=$(stty size <&2 2>/dev/null | sed 's/.* //') || columns=
  [ "${columns:-0}" -gt 0 ] || columns=80
fi

# The same of standard output, for tables and help.
output=0
if [ -t 1 ]; then
  output=$(stty size <&1 2>/dev/null | sed 's/.* //') || output=
  [ "${output:-0}" -gt 0 ] || output=80
fi

# Commands that are proposed are to be typed as this one was.
called=$0
[ "$(command -v butcherblock)" != "$0" ] || called=butcherblock
case $called in
  *[!A-Za-z0-9/._-]*) called="'$called'" ;;
esac

# Tensors are released by hand, and those of one network may well need more memory than Java's: the
# limits of JavaCPP, which follow -Xmx, are off (0). Native access is announced, as Java 24 and later
# want it. The options are split at spaces on purpose.
# glibc gives memory of large tensors back to the system and fetches it anew at each operator,
# which costs as much as a sum of feature maps; with these two it keeps it.
export MALLOC_MMAP_THRESHOLD_="${MALLOC_MMAP_THRESHOLD_:-1073741824}"
export MALLOC_TRIM_THRESHOLD_="${MALLOC_TRIM_THRESHOLD_:-4294967296}"
# LibTorch fills the screen where a connection breaks; what is to be known of it is told in
# one sentence.
export TORCH_CPP_LOG_LEVEL="${TORCH_CPP_LOG_LEVEL:-FATAL}"
# The bindings and protobuf use sun.misc.Unsafe; from Java 24 on that is told on standard error.
unsafe=
[ "$version" -lt 23 ] || unsafe=--sun-misc-unsafe-memory-access=allow
# A user without a name, as containers have, has no home for Java: it would unpack natives into a folder "?" here.
user_home=
id -un >/dev/null 2>&1 || user_home=${TMPDIR:-/tmp}
# Classes as a Java has loaded and checked them, to be mapped by the same Java at each start. Without
# them all works, only later. An empty file stands for a Java that makes none. One that another Java
# or other jars have made is passed over, silently.
share_classes() (
  part=$jsa.$$
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/butcherblock.XXXXXX" 2>/dev/null) || exit 0
  trap 'rm -rf "$scratch" "$part"' EXIT
  trap 'exit 1' HUP INT TERM
  exec >/dev/null 2>&1 </dev/null
  # shellcheck disable=SC2086
  "$java" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED $unsafe -XX:TieredStopAtLevel=1 \
    "-XX:DumpLoadedClassList=$scratch/list" ${cache:+"-Dorg.bytedeco.javacpp.cachedir=$cache"} \
    ${user_home:+"-Duser.home=$user_home"} -cp "$class_path" io.butcherblock.cli.StartUpClasses "$scratch" &&
    "$java" -Xshare:dump "-XX:SharedClassListFile=$scratch/list" "-XX:SharedArchiveFile=$part" -cp "$class_path" &&
    mv -f "$part" "$jsa" ||
    : >"$jsa"
)
[ -e "$jsa" ] || [ ! -w "${jsa%/*}" ] || share_classes || :
shared=
if [ -s "$jsa" ]; then
  shared="-Xlog:cds=off -Xlog:cds+dynamic=off"
  # Mapped where it was made for. Otherwise Java puts it where nobody can guess, and has to read and
  # change all of it at each start.
  [ "$version" -gt 25 ] || shared="$shared -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
fi
# Commands that end in a second end before code that the second compiler makes would pay.
compiler=
case ${1:-} in
  '' | -* | schemes | networks | inspect | scaling | curves | import | export | upscale | completion) compiler=-XX:TieredStopAtLevel=1 ;;
esac
# shellcheck disable=SC2086
exec "$java" \
  -Djava.awt.headless=true \
  --enable-native-access=ALL-UNNAMED \
  $unsafe $compiler $shared $natives \
  ${shared:+"-XX:SharedArchiveFile=$jsa"} \
  -Dorg.bytedeco.javacpp.maxBytes=0 \
  -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 \
  -Dbutcherblock.command="$called %s" \
  -Dbutcherblock.columns="$columns" \
  -Dbutcherblock.columns.out="$output" \
  ${cache:+"-Dorg.bytedeco.javacpp.cachedir=$cache"} \
  ${user_home:+"-Duser.home=$user_home"} \
  ${BUTCHERBLOCK_JAVA_OPTS:-} \
  -cp "$class_path" \
  io.butcherblock.cli.Main "$@"
