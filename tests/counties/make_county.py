# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the folder of a small made-up county, with the quirks that a test asks for, and says what is true of it."""
import random
import subprocess
import zipfile
from xml.sax.saxutils import escape

COUNTY = '320981'
TOWNS = ['安丰镇', '梁垛镇', '溱东镇', '时堰镇']
VILLAGES_PER_TOWN, SETTLEMENTS_PER_VILLAGE = 5, 6
WEST, SOUTH, STEP = 120.30, 32.60, 0.02  # of the south-western village, degrees; STEP is also a village's width


class County:
    """The same county each time; only how it is written differs."""

    def __init__(self):
        self.random = random.Random(20180630)
        self.townships, self.villages, self.settlements, self.households, self.roads = [], [], [], [], []
        for t, town in enumerate(TOWNS):
            town_code = f'{COUNTY}{100 + t}'
            self.townships.append((town_code, town))
            for v in range(VILLAGES_PER_TOWN):
                village = (f'{town_code}{201 + v}', f'{town[0]}{"东西南北中"[v]}村', town, WEST + v * STEP, SOUTH + t * STEP)
                self.villages.append(village)
                self.add_settlements(village)
        for i in range(60):
            x, y = self.random.uniform(WEST, WEST + .1), self.random.uniform(SOUTH, SOUTH + .08)
            self.roads.append((f'R{i:03}', [(x, y), (x + .003, y + .002), (x + .006, y + .001)]))

    def add_settlements(self, village):
        code, name, town, x, y = village
        for s in range(SETTLEMENTS_PER_VILLAGE):
            at = (x + .003 * (s + .5), y + self.random.uniform(.002, .018))
            settlement = (f'{code}{s + 1:03}', f'{name[0]}{"赵钱孙李周吴"[s]}庄', name, code, town, *at, self.random.randint(8, 60))
            self.settlements.append(settlement)
            for h in range(3):
                self.households.append((f'{settlement[0]}{h + 1:02}', f'{"王张㼆𬭼"[h]}福{h}', code, settlement[1], *at, h + 1))

    def eligible(self):
        return sum(s[7] >= 25 for s in self.settlements)


def write_text(path, rows, encoding, separator=','):
    text = ''.join(separator.join(str(cell) for cell in row) + '\r\n' for row in rows)
    path.write_bytes(text.encode(encoding))


def write_villages(path, county, crs, dbf_encoding, cpg=None, prj=True):
    """A shapefile in @p crs; .cpg says @p cpg, true or not, and is not there without it."""
    table = path.with_suffix('.villages.csv')
    rows = [('村代码', '村名', '乡镇', 'WKT')]
    for code, name, town, x, y in county.villages:
        ring = ', '.join(f'{a} {b}' for a, b in [(x, y), (x, y + STEP), (x + STEP, y + STEP), (x + STEP, y), (x, y)])
        rows.append((code, name, town, f'"POLYGON (({ring}))"'))
    write_text(table, rows, 'utf-8')
    subprocess.run(['ogr2ogr', '-q', '-f', 'ESRI Shapefile', path, table, '-oo', 'GEOM_POSSIBLE_NAMES=WKT', '-oo',
                    'KEEP_GEOM_COLUMNS=NO', '-s_srs', 'OGC:CRS84', '-t_srs', crs, '-lco', f'ENCODING={dbf_encoding}'], check=True)
    table.unlink()
    beside = path.with_suffix('.cpg')
    beside.unlink(missing_ok=True)
    if cpg:
        beside.write_text(cpg)
    if not prj:
        path.with_suffix('.prj').unlink()


def write_kml(path, county, move):
    """Roads as a phone's KML, each position moved by @p move(lon, lat)."""
    marks = ''
    for name, points in county.roads:
        text = ' '.join('%.7f,%.7f,0' % move(*p) for p in points)
        marks += (f'<Placemark><name>{name}</name><description>路面类型:水泥混凝土;路面宽度:3.5</description>'
                  f'<LineString><coordinates>{text}</coordinates></LineString></Placemark>\n')
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{marks}'
                    '</Document></kml>', encoding='utf-8')


def write_workbook(path, rows, merges=()):
    """A workbook of one sheet; numbers are number cells, None is no cell, @p merges are ranges such as 'A1:C1'."""
    lines = ''
    for r, row in enumerate(rows, 1):
        cells = ''
        for c, value in enumerate(row):
            if value is None:
                continue
            at = f'{chr(65 + c)}{r}'
            if isinstance(value, (int, float)):
                cells += f'<c r="{at}"><v>{value}</v></c>'
            else:
                cells += f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        lines += f'<row r="{r}">{cells}</row>'
    merged = ''.join(f'<mergeCell ref="{m}"/>' for m in merges)
    merged = f'<mergeCells>{merged}</mergeCells>' if merges else ''
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006'
    sheet_type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
        book.writestr('[Content_Types].xml', f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{sheet_type}sheet.main+xml"/>'
                      f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet_type}worksheet+xml"/></Types>')
        book.writestr('_rels/.rels', f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                      f'Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr('xl/workbook.xml', f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets>'
                      '<sheet name="自然村" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                      f'Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        book.writestr('xl/worksheets/sheet1.xml', f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData>{merged}</worksheet>')
