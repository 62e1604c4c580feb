#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counties that write their files in other ways than the sample: each is imported by the program and must come in whole.

check_counties.py PROGRAM CASE
"""
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

from make_county import COUNTY, County, write_kml, write_text, write_villages, write_workbook

PROGRAM = sys.argv[1]


def fail(message):
    print(message)
    sys.exit(1)


def cuntu(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments), '--lang', 'en'], capture_output=True, text=True, timeout=300)
    if done.returncode:
        fail(f'status {done.returncode}: {" ".join(map(str, arguments))}\n{done.stderr}')
    return done.stdout


def equal(what, got, wanted):
    if got != wanted:
        fail(f'{what}: {got!r}, should be {wanted!r}')


class Import:
    """A fresh project and what is imported into it."""

    def __init__(self, folder):
        self.project = folder / '县 county.cuntu'
        cuntu('new', self.project)

    def take(self, file, role, taken, rejected=0, encoding=None, crs=None, options=()):
        said = json.loads(cuntu('import', self.project, file, '--as', role, '--format', 'json', *options))
        equal(f'{file.name} taken', said['taken'], taken)
        equal(f'{file.name} rejected', said['rejected'], rejected)
        if encoding:
            equal(f'{file.name} encoding', said['encoding'], encoding)
        if crs:
            equal(f'{file.name} crs', said['crs'], crs)

    def exported(self, layer, folder, unmask=False):
        file = folder / f'{layer}.geojson'
        cuntu('export', self.project, layer, '-o', file, *(['--unmask', '--by', 'test'] if unmask else []))
        return json.loads(file.read_text(encoding='utf-8'))['features']


def townships(county, folder, done):
    file = folder / '乡镇.csv'
    write_text(file, [('乡镇代码', '乡镇名称'), *county.townships], 'utf-8-sig')
    done.take(file, 'townships', len(county.townships), encoding='UTF-8')


def compare(county, folder, done):
    """Names, counts and positions after all imports."""
    names = {f['properties']['code']: f['properties']['name'] for f in done.exported('villages', folder)}
    equal('names of villages', names, {v[0]: v[1] for v in county.villages})
    places = {f['properties']['name'] + f['properties']['village_code']: f for f in done.exported('settlements', folder)}
    for _, name, _, code, _, x, y, households in county.settlements:
        feature = places[name + code]
        equal(f'households of {name}', feature['properties']['hh_registered'], households)
        got = feature['geometry']['coordinates']
        if math.dist(got, (x, y)) > 1e-5:
            fail(f'{name} lies at {got}, should be {(x, y)}')
    if done.roads:
        lines = {f['properties']['name']: f['geometry']['coordinates'] for f in done.exported('roads', folder)}
        for name, points in county.roads:
            line = lines[name][0] if isinstance(lines[name][0][0], list) else lines[name]
            if math.dist(line[0], points[0]) > 2e-5:
                fail(f'road {name} begins at {line[0]}, should be {points[0]}')
    rows = json.loads(cuntu('indicators', done.project, '--programme', 'roads', '--by', 'village', '--format', 'json'))['rows']
    equal('eligible settlements', sum(r['denominator'] for r in rows if r['indicator'] == 'road_nv_rate'), county.eligible())


def to_gcj02(lon, lat):
    """The distortion of Chinese web maps, by its published series (semi-major axis and eccentricity of Krasovsky)."""
    x, y, s, pi = lon - 105, lat - 35, math.sin, math.pi
    shared = (20 * s(6 * x * pi) + 20 * s(2 * x * pi)) * 2 / 3
    north = (-100 + 2 * x + 3 * y + .2 * y * y + .1 * x * y + .2 * math.sqrt(abs(x)) + shared
             + (20 * s(y * pi) + 40 * s(y / 3 * pi)) * 2 / 3 + (160 * s(y / 12 * pi) + 320 * s(y * pi / 30)) * 2 / 3)
    east = (300 + x + 2 * y + .1 * x * x + .1 * x * y + .1 * math.sqrt(abs(x)) + shared
            + (20 * s(x * pi) + 40 * s(x / 3 * pi)) * 2 / 3 + (150 * s(x / 12 * pi) + 300 * s(x / 30 * pi)) * 2 / 3)
    a, e2, phi = 6378245.0, 0.00669342162296594323, math.radians(lat)
    w = 1 - e2 * s(phi) ** 2
    return (lon + math.degrees(east / (a / math.sqrt(w) * math.cos(phi))),
            lat + math.degrees(north / (a * (1 - e2) / (w * math.sqrt(w)))))


def to_bd09(lon, lat):
    x, y = to_gcj02(lon, lat)
    turn = math.pi * 3000 / 180
    z = math.hypot(x, y) + .00002 * math.sin(y * turn)
    angle = math.atan2(y, x) + .000003 * math.cos(x * turn)
    return z * math.cos(angle) + .0065, z * math.sin(angle) + .006


def titled(county, folder, done):
    """Three rows above a header of two rows, subtotals by township, a total, a note and a signature; BD-09 roads;
    zone-prefixed villages without .prj whose .cpg says Latin-1 while the text is GBK; GB 18030 with rare characters."""
    write_villages(folder / '行政村.shp', county, 'EPSG:4528', 'GBK', cpg='ISO-8859-1', prj=False)
    done.take(folder / '行政村.shp', 'villages', len(county.villages), encoding='GBK', crs='EPSG:4528')
    rows = [('东台市自然村基本情况统计表',), ('填报单位：东台市交通运输局',), ('填报时间：2018年6月30日', None, None, None, None, '单位：户'),
            ('序号', '乡镇', '行政村', None, '自然村名称', '户数', None, '坐标', None), (None, None, '名称', '代码', None, '户籍', '常住', '经度', '纬度')]
    extra = 0
    for town in (t[1] for t in county.townships):
        own = [s for s in county.settlements if s[4] == town]
        rows += [(i, town, s[2], s[3], s[1], s[7], s[7] - 2, s[5], s[6]) for i, s in enumerate(own, 1)]
        rows.append((None, town, '小计', None, None, sum(s[7] for s in own)))
        extra += 1
    rows += [('合计', None, None, None, f'{len(county.settlements)}个', sum(s[7] for s in county.settlements)),
             ('注：1.户籍户数以公安部门登记为准；2.坐标为CGCS2000经纬度。',), ('填表人：张三', None, '审核人：李四')]
    write_workbook(folder / '自然村.xlsx', rows, ['A1:I1', 'A2:I2', 'A3:E3', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'F4:G4', 'H4:I4'])
    done.take(folder / '自然村.xlsx', 'settlements', len(county.settlements), rejected=extra + 3)
    write_text(folder / '农户.csv', [('户编号', '户主姓名', '行政村代码', '自然村', '经度', '纬度', '家庭人口'), *county.households], 'gb18030')
    done.take(folder / '农户.csv', 'households', len(county.households), encoding='GB18030')
    heads = {f['properties']['hh_id']: f['properties']['head_name'] for f in done.exported('households', folder, unmask=True)}
    equal('rare names', heads, {h[0]: h[1] for h in county.households})
    write_kml(folder / '道路.kml', county, to_bd09)
    done.take(folder / '道路.kml', 'roads', len(county.roads), options=['--source-crs', 'bd09'])
    done.roads = True


def plain(county, folder, done):
    """No title row, other words for the same fields, villages without a zone in their numbers, UTF-8 text that the .cpg calls
    GBK; UTF-8 with a byte order mark; GCJ-02 roads."""
    write_villages(folder / '行政村.shp', county, 'EPSG:4549', 'UTF-8', cpg='GBK')
    done.take(folder / '行政村.shp', 'villages', len(county.villages), encoding='UTF-8', crs='EPSG:4549')
    rows = [('村民小组名称', '所属行政村编码', '总户数(户)', '东经', '北纬')]
    rows += [(s[1], s[3], s[7], s[5], s[6]) for s in county.settlements]
    write_workbook(folder / '自然村.xlsx', rows)
    done.take(folder / '自然村.xlsx', 'settlements', len(county.settlements))
    write_text(folder / '农户.csv', [('户编码', '户主', '村编码', '自然村名称', 'lng', 'lat', '人口数'), *county.households], 'utf-8-sig')
    done.take(folder / '农户.csv', 'households', len(county.households), encoding='UTF-8')
    write_kml(folder / '道路.kml', county, to_gcj02)
    done.take(folder / '道路.kml', 'roads', len(county.roads), options=['--source-crs', 'gcj02'])
    done.roads = True


def wide(county, folder, done):
    """Excel's 'Unicode text': UTF-16 with tabs; a GBK shapefile that the .cpg calls UTF-8; no codes but names of the areas."""
    write_villages(folder / '行政村.shp', county, 'EPSG:4490', 'GBK', cpg='UTF-8')
    done.take(folder / '行政村.shp', 'villages', len(county.villages), encoding='GBK', crs='EPSG:4490')
    rows = [('乡镇', '行政村', '自然屯', '农户数', 'X', 'Y'), *((s[4], s[2], s[1], s[7], s[5], s[6]) for s in county.settlements)]
    write_text(folder / '自然村.txt', rows, 'utf-16', '\t')
    done.take(folder / '自然村.txt', 'settlements', len(county.settlements), encoding='UTF-16LE')
    rows = [('户编号', '姓名', '所属行政村代码', '屯名', 'GPS经度', 'GPS纬度', '家庭人口数'), *county.households]
    write_text(folder / '农户.csv', rows, 'utf-16', '\t')
    done.take(folder / '农户.csv', 'households', len(county.households), encoding='UTF-16LE')


def planar(county, folder, done):
    """Settlements as a GBK CSV with surveyors' coordinates: X is the northing, zone in the easting; semicolons; codes by
    statistics offices with a blank inside; a subtotal in the first column."""
    write_villages(folder / '行政村.shp', county, 'EPSG:4528', 'GBK')
    done.take(folder / '行政村.shp', 'villages', len(county.villages), encoding='GBK')
    asked = '\n'.join(f'{s[5]} {s[6]}' for s in county.settlements)
    answer = subprocess.run(['gdaltransform', '-s_srs', 'OGC:CRS84', '-t_srs', 'EPSG:4528', '-output_xy'], input=asked, text=True,
                            capture_output=True, check=True).stdout.split('\n')
    rows = [('自然村名', '统计用区划代码', '户数（户）', 'X(北)', 'Y(东)')]
    for s, line in zip(county.settlements, answer):
        east, north = line.split()
        rows.append((s[1], f'{s[3][:6]} {s[3][6:]}', s[7], north, east))
    rows.append((f'{COUNTY}合计', '', sum(s[7] for s in county.settlements), '', ''))
    write_text(folder / '自然村.csv', rows, 'gbk', ';')
    done.take(folder / '自然村.csv', 'settlements', len(county.settlements), rejected=1, encoding='GBK')


def main():
    cases = {'titled': titled, 'plain': plain, 'wide': wide, 'planar': planar}
    with tempfile.TemporaryDirectory(prefix='cuntu 县 ') as name:
        folder = pathlib.Path(name)
        os.environ['CUNTU_SETTINGS_DIR'] = name
        county, done = County(), Import(folder)
        done.roads = False
        townships(county, folder, done)
        cases[sys.argv[2]](county, folder, done)
        compare(county, folder, done)
    print('holds')


main()
