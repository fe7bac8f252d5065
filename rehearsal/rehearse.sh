#!/usr/bin/env bash
# Runs a bundle for GPUs against stand-ins for NVIDIA's libraries, on a machine without a GPU:
# rehearse.sh [BUNDLE]. README.md in this folder says what that shows.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
bundle=${1:-$(echo "$here"/../bundle/target/butcherblock-*/)}
work=$here/../target/rehearsal
"$here/make.sh" "$bundle" "$work" || exit 1

export LD_LIBRARY_PATH=$work/lib
export TORCH_CUDNN_V8_API_DISABLED=1
export STAND_IN_REPORT=$work/report
network=(oisr-lf-s --blocks 2 --channels 16 --scale 2)
photos=$here/../docs/pictures
failed=0

# say RIGHT SENTENCE
say() {
  if [ "$1" = true ]; then echo "ok     $2"; else echo "WRONG  $2"; failed=1; fi
}

# run NAME ARGUMENTS...: the exit code is in $code, the output in $work/NAME.log.
run() {
  local name=$1
  shift
  rm -f "$STAND_IN_REPORT"
  timeout 300 "$bundle/butcherblock" "$@" > "$work/$name.log" 2>&1
  code=$?
}

# expect NAME CODE TEXT SENTENCE: what the last run did.
expect() {
  if [ "$code" = "$2" ] && grep -q -- "$3" "$work/$1.log"; then say true "$4"; else
    say false "$4: exit code $code, see $work/$1.log"
  fi
}

# counted WHAT: a figure of the last run.
counted() { sed -nE "s/.*\b$1=([0-9]+).*/\1/p" "$STAND_IN_REPORT" | tail -1; }

train() { # NAME ARGUMENTS...
  local name=$1
  shift
  rm -rf "${work:?}/$name"
  run "$name" train "${network[@]}" --data "$photos" --val "$photos" --validate-every 100000 \
    --log-every 100000 --out "$work/$name" "$@"
}

for precision in fp32 tf32 bf16; do
  train "short-$precision" --precision $precision --steps 20
  expect "short-$precision" 0 "on GPU 0 (Stand-in" "train, $precision"
  few=$(counted waits)
  launched=$(counted launches)
  train "long-$precision" --precision $precision --steps 60
  waits=$(($(counted waits) - few))
  say "$([ $waits = 0 ] && echo true)" "40 steps, $precision: the host waits $waits times, $((($(counted launches) - launched) / 40)) kernels a step"
done

export PYTORCH_NO_CUDA_MEMORY_CACHING=1
train memory-short --steps 20
few=$(counted most_mib)
train memory-long --steps 200
most=$(counted most_mib)
say "$([ "$most" = "$few" ] && echo true)" "memory of 20 and 200 steps: at most $few and $most MiB"
left=$(counted left_mib)
say "$([ "$left" = 0 ] && echo true)" "memory that is left at the end: $left MiB"
# As many patches as none of these networks has place for in 240 MiB. Validated on a small image: a
# tile of a large one would take more than a step of oisr-rk2-s.
rm -rf "${work:?}/small"
run small synthesize --images 1 --size 64 --out "$work/small"
for whole in oisr-lf-s oisr-rk2-s oisr-lf; do
  step=(train $whole --scale 2 --data "$photos" --val "$work/small" --batch 8 --steps 2)
  rm -rf "$work/peak" "$work/none"
  run "peak-$whole" "${step[@]}" --out "$work/peak"
  most=$(counted most_mib)
  STAND_IN_MIB=240 run "estimate-$whole" "${step[@]}" --out "$work/none"
  expect "estimate-$whole" 1 "need about" \
    "8 patches, $whole: $most MiB; $(grep -o 'need about [^,]*' "$work/estimate-$whole.log")"
done
unset PYTORCH_NO_CUDA_MEMORY_CACHING

# Ended by a signal, as by Slurm, and resumed.
rm -rf "$work/resumed"
group=(train "${network[@]}" --data "$photos" --val "$photos" --log-every 10 --out "$work/resumed")
"$bundle/butcherblock" "${group[@]}" --steps 2000 > "$work/stopped.log" 2>&1 &
until grep -q '"step":50' "$work/resumed/log.jsonl" 2> /dev/null; do sleep 0.2; done
kill $!
wait $!
run resumed "${group[@]}" --steps 2000 --resume
expect resumed 0 "resuming at step" "train is stopped, and resumes with Adam's moments on the GPU"

weights=$work/long-fp32/weights.safetensors
run upscale upscale "${network[@]}" --weights "$weights" "$photos" --out "$work/large"
expect upscale 0 "Running on GPU 0" "upscale"
run eval eval "${network[@]}" --weights "$weights" --data "$photos"
expect eval 0 "mean of" "eval"

export STAND_IN_MIB=32
run tiles upscale "${network[@]}" --weights "$weights" "$photos" --out "$work/large"
expect tiles 0 "Not enough memory for tiles of" "upscale with too little memory: smaller tiles"
train batch --steps 20
expect batch 1 "use --batch" "train with too little memory: what fits"
unset STAND_IN_MIB

export STAND_IN_GPUS=0
run none upscale "${network[@]}" --weights "$weights" "$photos" --out "$work/large"
expect none 0 "Running on the CPU: CUDA finds no GPU." "no GPU: the CPU, and why"
run refused upscale "${network[@]}" --device cuda --weights "$weights" "$photos" --out "$work/large"
expect refused 1 "No GPU can be used: CUDA finds no GPU;" "no GPU: --device cuda is refused"

export STAND_IN_GPUS=2
rm -rf "$work/two"
run two launch --processes 2 train "${network[@]}" --data "$photos" --val "$photos" --steps 20 \
  --out "$work/two"
expect two 0 "with 2 processes" "train, two processes on two GPUs, NCCL"
own=$(sed -nE 's/.*gpus=([0-9]+).*/\1/p' "$STAND_IN_REPORT" | sort | tr '\n' ' ')
say "$([ "$own" = "1 2 " ] && echo true)" "each process has memory on its own GPU only (bits: $own)"

# A process is killed while the other waits for a sum that never comes.
rm -rf "$work/lost" "$work/stuck"
group=(train "${network[@]}" --data "$photos" --val "$photos" --steps 100000 --log-every 100 --out "$work/lost")
export STAND_IN_STUCK=$work/stuck MASTER_ADDR=127.0.0.1 MASTER_PORT=29731 WORLD_SIZE=2
RANK=1 LOCAL_RANK=1 "$bundle/butcherblock" "${group[@]}" > "$work/lost-1.log" 2>&1 &
second=$!
RANK=0 LOCAL_RANK=0 timeout 300 "$bundle/butcherblock" "${group[@]}" > "$work/lost.log" 2>&1 &
first=$!
until grep -q '"step":100' "$work/lost/log.jsonl" 2> /dev/null; do sleep 0.2; done
touch "$work/stuck"
kill -9 $second
SECONDS=0
wait $first
code=$?
expect lost 1 "butcherblock: Rank 1 of 2" "a process is killed: the other ends after $SECONDS s, though its GPU does not answer"
rm "$work/stuck"
unset STAND_IN_GPUS STAND_IN_STUCK MASTER_ADDR MASTER_PORT WORLD_SIZE

export STAND_IN_MIB=1000
run check check --device cuda --networks oisr-lf-s --rounds 1 --seconds 0.1 --image 160x90 \
  --patch 16 --patches 2,largest --json "$work/check.json"
expect check 1 "The check failed:" "check: finds that the stand-ins compute nothing"
say "$(grep -Eq '"complete" ?: ?true' "$work/check.json" && echo true)" "check: a whole report"
# In fp32, since in bf16 the stand-in has no convolutions and matrices need more.
largest=$(sed -nE 's/^oisr-lf-s x2, train ([0-9]+) of 16x16, fp32 .*/\1/p' "$work/check.log" | tail -1)
peak=$(sed -nE "s/^oisr-lf-s x2, train $largest of 16x16, fp32 .* ([0-9]+) MiB.*/\\1/p" "$work/check.log")
say "$([ "${peak:-0}" -gt 400 ] && [ "$peak" -le 800 ] && echo true)" \
  "check: the largest batch for 1000 MiB is $largest patches of 16x16, which take $peak MiB"
unset STAND_IN_MIB

exit $failed
