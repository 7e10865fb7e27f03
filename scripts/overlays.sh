#!/usr/bin/env bash
# Draws every overlay of both samples, in both themes and languages, and as a person with deuteranopia
# sees them (Machado, Oliveira and Fernandes 2009, severity 1.0, in linear light); a sheet of all of them,
# and the page of an owner.
# usage: scripts/overlays.sh FOLDER [OVERLAY …]
# The program is $KLANTREIS (target/debug/klantreis when not set); needs ImageMagick.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=${1:?"usage: scripts/overlays.sh FOLDER [OVERLAY …]"}
shift
program=${KLANTREIS:-${CARGO_TARGET_DIR:-target}/debug/klantreis}
command -v montage >/dev/null || { echo "needs montage and convert (imagemagick)" >&2; exit 1; }
[ $# -gt 0 ] || set -- ces nps csat fcr rating volume emotion importance evidence enps engagement \
    guess:ces guess_gap:ces employee_gap:nps repeat_contact channel_switching

deuteranopia="0.367322 0.860646 -0.227968 0.280085 0.672501 0.047413 -0.011820 0.042940 0.968881"
mkdir -p "$folder"
for sample in energie airport; do
    for overlay in "$@"; do
        for look in "light nl" "light en" "dark nl" "dark en"; do
            read -r theme lang <<<"$look"
            out="$folder/$sample-${overlay/:/_}-$theme-$lang.png"
            "$program" render "sample_journeys/$sample" "$out" \
                --overlay "$overlay" --theme "$theme" --lang "$lang"
        done
    done
    for palette in red-brown-blue red-blue cividis; do
        out="$folder/$sample-ces-$palette.png"
        "$program" render "sample_journeys/$sample" "$out" --overlay ces --palette "$palette"
        convert "$out" -colorspace RGB -color-matrix "$deuteranopia" -colorspace sRGB \
            "${out%.png}-deuteranopia.png"
    done
done
# One sheet a sample, in light and English, and one page of an owner of each.
for sample in energie airport; do
    sheets=()
    for overlay in "$@"; do
        small="$folder/$sample-${overlay/:/_}-small.png"
        convert "$folder/$sample-${overlay/:/_}-light-en.png" -resize 1000x "$small"
        sheets+=("$small")
    done
    montage "${sheets[@]}" -tile 3x -geometry +16+16 "$folder/$sample-overlays.png"
    rm "${sheets[@]}"
done
"$program" render sample_journeys/energie "$folder/energie-owner.png" \
    --scorecard "owner=Noor van Dalen" --lang en
"$program" render sample_journeys/airport "$folder/airport-owner.png" \
    --scorecard "owner=Owen Tarrant" --lang en
echo "$folder"
