// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cuntu {

/// Look of the HTML report, on screen and on A4 landscape. Sizes in points: they are the same on paper.
inline constexpr const char *k_htmlStyle = R"css(
@page { size: A4 landscape; margin: 12mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; max-width: 273mm; padding: 8mm 0; color: #1a1a1a; background: #fff;
  font: 9.5pt/1.45 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "SimSun", sans-serif; }
header { border-bottom: 1.5pt solid #1a1a1a; margin-bottom: 4mm; }
h1 { font-size: 18pt; margin: 0 0 2mm; text-align: center; }
h2 { font-size: 13pt; margin: 6mm 0 2mm; padding-left: 2mm; border-left: 3pt solid #0072B2; break-after: avoid; }
h3 { font-size: 11pt; margin: 4mm 0 1.5mm; break-after: avoid; }
.facts { display: flex; flex-wrap: wrap; gap: 0 8mm; margin: 0 0 2mm; padding: 0; list-style: none; }
.facts b { font-weight: 600; }
.warning { border: 1pt solid #8B0000; color: #8B0000; padding: 1.5mm 3mm; font-weight: 600; }
.counts { display: flex; flex-wrap: wrap; gap: 3mm; margin: 0 0 4mm; padding: 0; list-style: none; }
.counts li { border: .75pt solid #c8c8c8; border-radius: 1.5mm; padding: 1.5mm 3mm; }
.counts b { font-size: 14pt; margin-right: 1mm; }
.note { color: #4a4a4a; font-size: 8pt; margin: 1mm 0 3mm; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2mm; }
caption { text-align: left; font-weight: 600; padding: 1mm 0; break-after: avoid; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .5pt solid #b4b4b4; padding: .8mm 1.6mm; text-align: left; vertical-align: top; }
th { background: #eef2f5; font-weight: 600; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody tr.total td { font-weight: 600; background: #f6f6f6; border-top: 1pt solid #1a1a1a; }
td.state { white-space: nowrap; }
.mark { width: 1em; height: 1em; vertical-align: -.12em; margin-right: .35em; }
.bar { display: block; height: 1mm; margin-top: .4mm; background: #e3e3e3; }
.bar i { display: block; height: 100%; background: #0072B2; }
figure { margin: 0 0 4mm; text-align: center; break-inside: avoid; }
figure img { max-width: 100%; max-height: 150mm; border: .5pt solid #b4b4b4; }
figcaption { color: #4a4a4a; font-size: 8pt; }
footer { display: flex; gap: 10mm; margin-top: 10mm; padding-top: 2mm; border-top: .75pt solid #1a1a1a; break-inside: avoid; }
footer div { flex: 1; }
footer .line { display: inline-block; min-width: 38mm; border-bottom: .5pt solid #1a1a1a; }
@media print { body { max-width: none; padding: 0; } .scroll { overflow: visible; } }
)css";

} // namespace cuntu
