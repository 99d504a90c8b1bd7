#!/usr/bin/env bash
# Draws docs/images/paris-summit.png anew: the first lines of what the Paris sample shows in a terminal.
# Needs, beside the .NET SDK: script (util-linux), aha and chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lines=${1:-37}
if (($# > 1)) || ! [[ $lines =~ ^[1-9][0-9]{0,3}$ ]]; then
  printf 'usage: %s [lines]\n' "${0##*/}" >&2
  exit 2
fi
for tool in script aha chromium; do
  if ! command -v "$tool" >/dev/null; then
    printf 'The picture needs %s, which is not installed.\n' "$tool" >&2
    exit 1
  fi
done

columns=100
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A terminal of its own, so that the program shows its colours; the width of the page is that of the terminal.
dotnet build samples/ParisSummit --configuration Release --verbosity quiet >/dev/null
script --quiet --return --command "stty cols $columns; TERM=xterm-256color dotnet run --project samples/ParisSummit --configuration Release --no-build" /dev/null \
  </dev/null | tr -d '\r' | head -n "$lines" >"$work/screen.txt" || [[ -s $work/screen.txt ]]

{
  cat <<'HEAD'
<!DOCTYPE html><meta charset="utf-8"><title>ParisSummit</title>
<style>
  body { margin: 0; background: #16191d; color: #d7dae0; }
  pre { margin: 0; padding: 18px 22px; font: 14px/19px "DejaVu Sans Mono", monospace; }
</style><pre>
HEAD
  printf '<b>$ dotnet run --project samples/ParisSummit</b>\n\n'
  # The plain colours are hard to read on a dark ground.
  aha --no-header --black <"$work/screen.txt" | sed 's/color:red/color:#ff7b72/g; s/color:yellow/color:#e3b341/g; s/color:lime/color:#7ee787/g'
  printf '…\n</pre>\n'
} >"$work/screen.html"

chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1.5 \
  --window-size=900,$(((lines + 3) * 19 + 36)) --screenshot="$work/screen.png" "file://$work/screen.html" >/dev/null 2>&1
mkdir -p docs/images
mv "$work/screen.png" docs/images/paris-summit.png
echo "docs/images/paris-summit.png: $(stat -c %s docs/images/paris-summit.png) bytes"
