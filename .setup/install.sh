# shellcheck shell=bash
# Set-up that run.sh and test.sh share. Every function does nothing when there is nothing to do.

say() { printf '%s\n' "$*"; }

# One sentence that says what is wrong and what to do.
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# dotnet, NuGet and npm keep caches below HOME.
ensure_home() {
  [[ -d ${HOME:-} && -w $HOME ]] && return
  export HOME=$PWD/artifacts/home
  mkdir -p "$HOME"
}

ensure_dotnet() {
  command -v dotnet >/dev/null || PATH=$PATH:$HOME/.dotnet
  dotnet --version >/dev/null 2>&1 ||
    fail "The .NET 10 SDK is missing: install it from https://dot.net/download, or with apt-get install dotnet-sdk-10.0, and start again."
}

has_postgis() {
  local version
  for version in /usr/lib/postgresql/*; do
    [[ -x $version/bin/postgres ]] || continue
    [[ -e /usr/share/postgresql/${version##*/}/extension/postgis.control ]] && return
  done
  return 1
}

is_installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# The newest package whose whole name matches, for names that carry a version.
newest_package() { apt-cache search --names-only "^$1\$" | cut -d ' ' -f 1 | sort -V | tail -n 1; }

# install_packages run|test: the Debian packages that are missing.
install_packages() {
  local packages=() needs_postgis='' needs_icu='' needs_browser=''
  [[ -n ${ConnectionStrings__BeeTrace:-} && $1 == run ]] || has_postgis || needs_postgis=1
  # Not by a pipe into grep -q: under pipefail an early end of grep counts as a failure of ldconfig.
  [[ $(ldconfig -p 2>/dev/null || /sbin/ldconfig -p) == *libicuuc* ]] || needs_icu=1
  command -v node >/dev/null || packages+=(nodejs)
  command -v npm >/dev/null || packages+=(npm)
  if [[ $1 == test ]]; then
    command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || needs_browser=1
    command -v qpdf >/dev/null || packages+=(qpdf)
    command -v pdftotext >/dev/null || packages+=(poppler-utils)
    command -v certutil >/dev/null || packages+=(libnss3-tools)
    command -v openssl >/dev/null || packages+=(openssl)
    is_installed fonts-noto-cjk || packages+=(fonts-noto-cjk)
  fi
  [[ -z $needs_postgis$needs_icu$needs_browser && ${#packages[@]} == 0 ]] && return

  command -v apt-get >/dev/null ||
    fail "This is no Debian or Ubuntu: install ${packages[*]}${needs_browser:+ Chromium}${needs_icu:+ ICU}${needs_postgis:+ PostgreSQL with PostGIS} by hand and start again."
  as_root true ||
    fail "This user may not install ${packages[*]}${needs_browser:+ chromium}${needs_icu:+ libicu}${needs_postgis:+ postgresql-postgis}: install them as root with apt-get install, or give the user sudo, and start again."
  as_root apt-get -o DPkg::Lock::Timeout=540 -qq update || say "The package lists could not be refreshed; going on with those that are there."
  [[ -z $needs_icu ]] || packages+=("$(newest_package 'libicu[0-9]+')")
  [[ -z $needs_postgis ]] || packages+=("$(newest_package 'postgresql-[0-9]+-postgis-3')")
  # The browser without windows, where there is one, starts a page in two thirds of the time.
  [[ -z $needs_browser ]] || packages+=("$(newest_package 'chromium(-headless-shell)?')")

  say "Installing ${packages[*]} ..."
  # BeeTrace runs its own cluster: the one that Debian would make and start beside it is not wanted.
  local no_cluster=/etc/postgresql-common/createcluster.d/beetrace.conf
  [[ -z $needs_postgis ]] || as_root sh -c "mkdir -p ${no_cluster%/*} && echo 'create_main_cluster = false' >$no_cluster"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=540 -qq install -y --no-install-recommends "${packages[@]}" </dev/null >/dev/null ||
    fail "These packages could not be installed: run 'sudo apt-get install ${packages[*]}' to see why, and start again."
  [[ -z $needs_postgis ]] || as_root rm -f "$no_cluster"
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif [[ -t 0 ]]; then
    sudo "$@"
  else
    sudo -n "$@" 2>/dev/null
  fi
}

# Front-end packages, when the lock file is not the one that was installed last, and the one module that is made of some of them.
install_frontend() {
  local web=src/BeeTrace.Web
  [[ -e $web/package-lock.json ]] || return 0
  if ! cmp -s $web/package-lock.json $web/node_modules/.installed-lock.json; then
    say "Installing front-end packages ..."
    npm ci --prefix $web --ignore-scripts --no-audit --no-fund --loglevel error </dev/null ||
      fail "The front-end packages could not be installed: check that npm reaches its registry, and start again."
    cp $web/package-lock.json $web/node_modules/.installed-lock.json
  fi
  local library=$web/wwwroot/check-library.mjs
  [[ $library -nt $web/check-library.mjs && $library -nt $web/package.json && $library -nt $web/node_modules/.installed-lock.json ]] ||
    npm run check-library --prefix $web --silent </dev/null ||
    fail "The library of the check in the browser could not be made: remove $web/node_modules and start again."
}

# The host as it is meant to run (bin/ output serves no static assets), when a source is newer than the last time, or one came or went.
publish_host() {
  local target=artifacts/web names
  local sources=(src Directory.Build.props Directory.Packages.props global.json .setup seed-data)
  local skip=(\( -name bin -o -name obj -o -name node_modules \) -prune -o)
  names=$(find "${sources[@]}" "${skip[@]}" -type f -print | sort | cksum)
  if [[ -e $target/.built && $(<$target/.built) == "$names" ]]; then
    [[ -n $(find "${sources[@]}" "${skip[@]}" -type f -newer $target/.built -print -quit) ]] || return 0
  fi
  say "Building BeeTrace ..."
  mkdir -p artifacts
  printf '%s\n' "$names" >artifacts/.building
  rm -rf $target.next
  dotnet publish src/BeeTrace.Web -c Release -o $target.next -v quiet -nologo </dev/null || fail "BeeTrace could not be built; the reason stands above."
  mv artifacts/.building $target.next/.built
  rm -rf $target
  mv $target.next $target
}
