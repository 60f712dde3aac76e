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
"$node" node_modules/copydesk/dist/cli.js review --quiet >link &
desk=$!
trap 'kill "$desk" 2>/dev/null; rm -rf "$folder"' EXIT
for _ in $(seq 100); do [ -s link ] && break || sleep 0.1; done
"$node" --input-type=module -e '
  const link = process.argv[1];
  const login = await fetch(link, { redirect: "manual" });
  const headers = { cookie: login.headers.get("set-cookie").split(";")[0] };
  for (const path of ["/", "/assets/desk.css", "/assets/desk.js"]) {
    const answer = await fetch(new URL(path, link), { headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  }' "$(cat link)"
echo "The package installs, writes an article from any folder and serves the desk."
