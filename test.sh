#!/usr/bin/env bash
# ./test.sh runs every test; ./test.sh gallery saves every page and document as a picture under artifacts/gallery/.
set -euo pipefail
cd "$(dirname "$0")"
source .setup/install.sh

[[ $# == 0 || $* == gallery ]] || fail "Usage: ./test.sh [gallery]"

# The summary below is read by machine.
export DOTNET_CLI_UI_LANGUAGE=en

ensure_home
install_packages test
ensure_dotnet
install_frontend
dotnet build BeeTrace.sln -c Release -v quiet -nologo </dev/null || fail "The solution could not be built; the reason stands above."

gallery='*Gallery*'
if [[ ${1:-} == gallery ]]; then
  export BEETRACE_GALLERY=1
  exec dotnet run --project tests/BeeTrace.Browser.Tests -c Release --no-build -- -class "$gallery" </dev/null
fi

mkdir -p artifacts
exit_code=0
# One test project after the other: they share the processor with a browser and a database.
dotnet test --solution BeeTrace.sln -c Release --no-build --no-progress --max-parallel-test-modules 1 \
  --filter-not-class "$gallery" --results-directory artifacts/test-results </dev/null 2>&1 |
  tee artifacts/test.log || exit_code=$?

count() { awk -v word="$1:" '/^Test run summary/ { summary = 1 } summary && $1 == word { sum += $2 } END { print sum + 0 }' artifacts/test.log; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if ((exit_code != 0 && failed == 0)); then
  say "A test program ended abnormally (exit code $exit_code); this counts as a failure."
  failed=1
fi
# What failed and why stands last, where a reader of a long log looks first.
grep -aE -A 15 '^failed [A-Za-z]' artifacts/test.log || true
say "$passed passed, $failed failed, $skipped skipped"
((failed == 0 && passed > 0))
