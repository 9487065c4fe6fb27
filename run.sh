#!/usr/bin/env bash
# Sets up what is missing and runs BeeTrace in the foreground; Ctrl-C stops it. Settings: see README.md.
set -euo pipefail
cd "$(dirname "$0")"
source .setup/install.sh

ensure_home
install_packages run
ensure_dotnet
install_frontend
publish_host
exec dotnet artifacts/web/BeeTrace.Web.dll serve
