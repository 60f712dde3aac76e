#!/usr/bin/env bash
# Packs copydesk, installs the package into an empty folder elsewhere, and writes an article there.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node=$root/node_modules/.bin/node
cd "$root"
npm pack --silent --pack-destination "$folder" >/dev/null
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent ./copydesk-*.tgz
env -u OPENAI_API_KEY -u OPENAI_BASE_URL "$node" node_modules/copydesk/dist/cli.js write \
  "$root/samples/biden-zelenskyy/captions.en.vtt" --quiet --print txt >article.txt
grep -q 'min read' article.txt
test -s articles/*/article.json
echo "The package installs and writes an article from any folder."
