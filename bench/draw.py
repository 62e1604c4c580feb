#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing 1920x1080 from memory, Cuntu, QGIS and (where it is installed) Mapnik in turn: the whole region, a tenth and a hundredth of
its width.

    bench/draw.py PEERS SCALE [ROUNDS 3] [PROGRAM build/release/bin/cuntu]

PEERS is the folder with the peers' scripts; /tmp/region/SCALE holds the region (make_region.py) and cuntu.cuntu, made from
its villages, settlements, roads and households. For what all draw, same.cuntu is made of villages, roads and households as
plain layers, with the classes, colours and sizes that QGIS itself wrote as QML; nobody draws names. Of each the median and
the range over all rounds; of Cuntu also the processor time of a picture, all threads together, and the peak memory of the
process. 'page' is the region of cuntu.cuntu on a sheet with title, legend and names, which the peers do not draw."""
import json
import os
import statistics
import subprocess
import sys

from osgeo import osr

PEERS, SCALE = sys.argv[1:3]
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
PROGRAM = sys.argv[4] if len(sys.argv) > 4 else "build/release/bin/cuntu"
REGION = f"/tmp/region/{SCALE}"
SAME = f"{REGION}/same.cuntu"
LAYERS = ("villages", "roads", "households")
PICTURES = 20
ENVIRONMENT = dict(os.environ, QT_QPA_PLATFORM="offscreen")
sys.path.insert(0, PEERS)
from common import windows  # noqa: E402


def projected(box):
    systems = [osr.SpatialReference(), osr.SpatialReference()]
    for system, code in zip(systems, (4490, 4526)):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(*systems).TransformBounds(*box, 21)


def write_looks():
    """Has QGIS write how it draws the layers, by the peers' own script but for its main()."""
    script = """
import sys
sys.path.insert(0, sys.argv[1])
text = open(sys.argv[1] + "/draw_qgis.py").read()
names = {}
exec(text[:text.index("def main")], names)
app = names["QgsApplication"]([], False)
app.initQgis()
for layer in names["layers"](sys.argv[2] + "/region.gpkg"):
    layer.saveNamedStyle(f"{sys.argv[2]}/{layer.name()}.qml")
"""
    subprocess.run(["/usr/bin/python3", "-c", script, PEERS, REGION], check=True, env=ENVIRONMENT, stderr=subprocess.DEVNULL)


def make_same():
    write_looks()
    made = f"{REGION}/same.part.cuntu"
    for old in (made, made + "-wal", made + "-shm"):
        if os.path.exists(old):
            os.remove(old)
    subprocess.run([PROGRAM, "new", made, "--crs", "EPSG:4526"], check=True, stdout=subprocess.DEVNULL)
    for name in LAYERS:
        subprocess.run([PROGRAM, "import", made, f"{REGION}/{name}.csv", "--as", f"layer:{name}_"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([PROGRAM, "style", made, f"{name}_", f"{REGION}/{name}.qml"], check=True, stdout=subprocess.DEVNULL)
    os.rename(made, SAME)


def cuntu(box, pictures):
    """Seconds of each picture but the first and the last, which is also written; processor seconds; peak MB."""
    what = ["--bare", "--no-labels", "--layers", ",".join(f"{name}_" for name in LAYERS), "--extent",
            ",".join(map(str, projected(box)))] if box else []
    process = subprocess.Popen([PROGRAM, "render", SAME if box else f"{REGION}/cuntu.cuntu", "-o", f"{REGION}/cuntu.png", "--size",
                                "1920x1080", "--repeat", str(pictures), "--format", "json", *what],
                               stdout=subprocess.PIPE, env=ENVIRONMENT)
    out = process.stdout.read()
    used = os.wait4(process.pid, 0)[2]
    return json.loads(out)["seconds"][1:-1], used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def peer(script, name):
    """Seconds of each picture, and the peak memory in MB."""
    out = subprocess.run(["/usr/bin/python3", f"{PEERS}/{script}", "--scale", SCALE, "--runs", "3", "--cold", "0", "--windows", name],
                         capture_output=True, text=True, check=True, env=ENVIRONMENT).stdout
    answers = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    return [second for answer in answers for second in answer["seconds"]], max(answer["peak_rss_mb"] for answer in answers)


def is_there(module):
    return subprocess.run(["/usr/bin/python3", "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode == 0


def text(seconds):
    return f"{statistics.median(seconds) * 1000:.1f} ms ({min(seconds) * 1000:.1f} to {max(seconds) * 1000:.1f})"


if not os.path.exists(SAME):
    make_same()
with open(f"{REGION}/meta.json") as file:
    boxes = {"page": None, **windows(json.load(file))}
peers = {title: script for title, module, script in (("QGIS", "qgis.core", "draw_qgis.py"), ("Mapnik", "mapnik", "draw_mapnik.py"))
         if is_there(module)}
for name, box in boxes.items():
    ours, processor, theirs = [], [], {title: ([], []) for title in peers}
    for _ in range(ROUNDS):
        loading = cuntu(box, 1)[1]
        seconds, used, memory = cuntu(box, PICTURES + 1)
        ours += seconds
        processor.append((used - loading) / PICTURES)
        for title, script in peers.items() if box else ():
            drawn, peak = peer(script, name)
            theirs[title][0].extend(drawn)
            theirs[title][1].append(peak)
    line = f"{SCALE} {name}: Cuntu {text(ours)}, processor {statistics.median(processor) * 1000:.1f} ms, peak {memory} MB"
    for title, (drawn, peaks) in theirs.items():
        if drawn:
            line += (f"; {title} {text(drawn)}, peak {max(peaks)} MB, "
                     f"{statistics.median(drawn) / statistics.median(ours):.1f} times")
    print(line, flush=True)
