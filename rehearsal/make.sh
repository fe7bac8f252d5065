#!/usr/bin/env bash
# Builds stand-ins for NVIDIA's libraries: make.sh BUNDLE FOLDER
# BUNDLE is what 'mvn -Pgpu,bundle package' makes; its natives say which libraries and functions are
# wanted. Needs gcc, binutils, unzip, and CUDA's headers below CUDA_HOME.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
bundle=$1
out=$2
headers=${CUDA_HOME:-/usr/local/cuda}/include
[ -e "$headers/driver_types.h" ] || {
  echo "CUDA's headers are not in $headers: name the toolkit's folder with CUDA_HOME." >&2
  exit 1
}

rm -rf "$out"
mkdir -p "$out/natives" "$out/lib"
unzip -q -o -j "$bundle"/lib/pytorch-*-linux-x86_64-gpu.jar '*.so' -d "$out/natives"
unzip -q -o -j "$bundle"/lib/cuda-*-linux-x86_64.jar '*/libjnicu*.so' '*/libjninccl.so' '*/libjninvrtc.so' -d "$out/natives"

# "function library": those of NVIDIA's libraries that have versions, and NCCL's and the driver's.
for native in "$out"/natives/*.so; do
  nm -D --undefined-only "$native"
done | awk '{print $NF}' | sort -u | sed -nE '
  s/^([A-Za-z_0-9]+)@(lib(cu|nv)[A-Za-z_]*\.so\.[0-9]+)$/\1 \2/p
  s/^(nccl[A-Z][A-Za-z_0-9]*)$/\1 libnccl.so.2/p
  s/^(cu[A-Z][A-Za-z_0-9]*)$/\1 libcuda.so.1/p' > "$out/functions"

{
  readelf -d "$out"/natives/*.so | sed -nE 's/.*NEEDED.*\[(lib(cu|nccl|nv)[^]]*)\]/\1/p'
  echo libcuda.so.1
} | sort -u | while read -r library; do
  name=${library%%.*}
  name=${name#lib}
  own=$here/$name.c
  [ -e "$own" ] || own=/dev/null
  gcc -c -x c -fPIC -O1 -w -I"$here" -I"$headers" "$own" -o "$out/own.o"
  {
    echo '#include "stand_in.h"'
    # What is wanted and is not in our own file.
    comm -23 <(awk -v l="$library" '$2 == l {print $1}' "$out/functions" | sort -u) \
      <(nm --defined-only "$out/own.o" | awk '{print $NF}' | sort -u) | sed 's/.*/STUB(&)/'
  } > "$out/stubs.c"
  versions=
  # Functions of the driver and of NCCL have no versions.
  case $name in cuda | nccl) ;; *) versions=$library ;; esac
  echo "$versions { global: *; };" > "$out/versions"
  gcc -shared -fPIC -w -I"$here" "$out/stubs.c" "$out/own.o" -ldl -lpthread \
    -Wl,-soname,"$library" -Wl,--version-script="$out/versions" -o "$out/lib/$library"
done
rm -rf "$out/natives" "$out/functions" "$out/stubs.c" "$out/own.o" "$out/versions"
echo "Stand-ins for $(ls "$out/lib" | wc -l) libraries are in $out/lib."
