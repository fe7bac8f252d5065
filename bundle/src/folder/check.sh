#!/bin/sh
# Checks this machine from end to end, compared with Python's PyTorch where there is one, and writes
# check.json. This script's arguments are passed on to the command: see './butcherblock check --help'.
# PYTHON names the Python; PYTHON= (empty) leaves it out.
set -eu
root=$(dirname -- "$(readlink -f -- "$0")")

works() {
  [ -n "$1" ] && "$1" -c "$2" >/dev/null 2>&1
}

first_with() {
  for candidate in python3 python /usr/bin/python3 /opt/conda/bin/python3; do
    if works "$candidate" "$1"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
}

python=${PYTHON-$(first_with 'import torch')}
if [ -n "$python" ] && ! works "$python" 'import torch'; then
  printf 'check.sh: %s has no PyTorch; name another in PYTHON.\n' "$python" >&2
  exit 1
fi

# CUDA's libraries are not in this folder. Python's packages of NVIDIA have them, each in a folder of
# its own; after them the usual place of an installed CUDA. What is set already comes first.
cuda=
packages=${python:-$(first_with 'import nvidia')}
if [ -n "$packages" ]; then
  cuda=$("$packages" - <<'EOF'
import glob
try:
    import nvidia
    print(":".join(sorted(d for p in nvidia.__path__ for d in glob.glob(p + "/*/lib"))))
except ImportError:
    pass
EOF
  )
fi
for folder in /usr/local/cuda/lib64 /usr/local/cuda/extras/CUPTI/lib64; do
  [ ! -d "$folder" ] || cuda=${cuda:+$cuda:}$folder
done
if [ -n "$cuda" ]; then
  LD_LIBRARY_PATH=${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$cuda
  export LD_LIBRARY_PATH
  # For the other commands.
  printf 'check.sh: export LD_LIBRARY_PATH=%s\n' "$LD_LIBRARY_PATH" >&2
fi

if [ -n "$python" ]; then
  set -- --pytorch "$python" "$@"
fi
case " $* " in
  *' --json'*) ;;
  *) set -- --json check.json "$@" ;;
esac
exec "$root/butcherblock" check "$@"
