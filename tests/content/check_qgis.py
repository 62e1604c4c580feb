#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a project with QGIS and compares what QGIS understood with what was meant.

check_qgis.py PROJECT.qgs EXPECTED.json   prints each difference; exit status 0: none, 1: some, 77: there is no QGIS.
"""
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from qgis.core import QgsApplication, QgsProject
except ImportError:
    print("QGIS is not installed")
    sys.exit(77)


def colour(symbol):
    """The symbol's colour, with its opacity: '#aarrggbb'."""
    own = symbol.color()
    return "#%02x%02x%02x%02x" % (own.alpha(), own.red(), own.green(), own.blue())


def classes_of(renderer):
    """Value or bounds, label and colour of each class."""
    if renderer.type() == "categorizedSymbol":
        return [[c.value() or "", c.label(), colour(c.symbol())] for c in renderer.categories()]
    if renderer.type() == "graduatedSymbol":
        return [[r.lowerValue(), r.label(), colour(r.symbol())] for r in renderer.ranges()]
    return [["", "", colour(renderer.symbol())]]


def counts_of(layer, renderer):
    """How many features each class draws, by its place."""
    if renderer.type() == "singleSymbol":
        return [layer.featureCount()]
    from qgis.core import QgsRenderContext

    context = QgsRenderContext()
    renderer.startRender(context, layer.fields())
    keys = [item.ruleKey() for item in renderer.legendSymbolItems()]
    counts = dict.fromkeys(keys, 0)
    for feature in layer.getFeatures():
        for key in renderer.legendKeysForFeature(feature, context):
            counts[key] += 1
    renderer.stopRender(context)
    return [counts[key] for key in keys]


def labels_of(layer):
    if not layer.labelsEnabled() or layer.labeling() is None:
        return None
    settings = layer.labeling().settings()
    return [settings.fieldName, settings.minimumScale if settings.scaleVisibility else 0]


def layer_facts(node):
    layer = node.layer()
    facts = {"id": layer.source().split("layername=")[-1], "name": node.name(), "visible": node.isVisible(),
             "valid": layer.isValid(), "features": layer.featureCount(), "spatial": layer.isSpatial()}
    if layer.isSpatial():
        renderer = layer.renderer()
        facts.update({"renderer": renderer.type(), "classes": classes_of(renderer), "counts": counts_of(layer, renderer),
                      "labels": labels_of(layer), "crs": layer.crs().authid(), "opacity": round(layer.opacity(), 6),
                      "min_scale": layer.minimumScale() if layer.hasScaleBasedVisibility() else 0,
                      "aliases": [layer.attributeAlias(i) for i in range(layer.fields().count())
                                  if layer.attributeAlias(i)]})
    return facts


def main():
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    wrong = [] if project.read(sys.argv[1]) else ["QGIS does not read the project"]
    with open(sys.argv[2], encoding="utf-8") as file:
        expected = json.load(file)
    found = {"title": project.title(), "crs": project.crs().authid(),
             "layers": [layer_facts(node) for node in project.layerTreeRoot().findLayers()]}
    for key in ("title", "crs"):
        if found[key] != expected[key]:
            wrong.append("%s: %r instead of %r" % (key, found[key], expected[key]))
    if [each["id"] for each in found["layers"]] != [each["id"] for each in expected["layers"]]:
        wrong.append("order: %r" % [each["id"] for each in found["layers"]])
    for own, meant in zip(found["layers"], expected["layers"]):
        for key, value in meant.items():
            if own.get(key) != value:
                wrong.append("%s %s: %r instead of %r" % (meant["id"], key, own.get(key), value))
    print("\n".join(wrong))
    sys.stdout.flush()
    os._exit(1 if wrong else 0)  # QGIS's own end crashes where there is no display


main()
