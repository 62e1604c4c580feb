// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/private_numbers.h"
#include "core/report/report_tables.h"

namespace cuntu {

namespace {

QString titleOf(const ReportInput &input)
{
    if (!input.title.isEmpty() || !input.period) {
        return input.title.isEmpty() ? Core::tr("Progress report") : input.title;
    }
    switch (input.period->kind) {
    case ReportPeriod::Kind::Week:
        return Core::tr("Weekly progress report");
    case ReportPeriod::Kind::Month:
        return Core::tr("Monthly progress report");
    case ReportPeriod::Kind::Quarter:
        return Core::tr("Quarterly progress report");
    case ReportPeriod::Kind::HalfYear:
        return Core::tr("Half-yearly progress report");
    case ReportPeriod::Kind::Year:
        break;
    }
    return Core::tr("Yearly progress report");
}

ReportHead headOf(const ReportInput &input)
{
    ReportHead head;
    head.title = titleOf(input);
    const auto fact = [&](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            head.facts.emplace_back(name, value);
        }
    };
    fact(Core::tr("area"), input.areaName);
    fact(Core::tr("period"), input.period ? input.period->toText() : QString());
    fact(Core::tr("as of"), input.asOf.toText());
    fact(Core::tr("data revision"), QString::number(input.revision));
    fact(Core::tr("reporting unit"), input.madeBy);
    fact(Core::tr("made"), input.made ? input.made->toText() : QString());
    head.signers = {{Core::tr("filled in by"), input.filledBy},
                    {Core::tr("checked by"), input.checkedBy},
                    {Core::tr("responsible"), input.responsible}};
    if (input.unmasked) {
        head.warning = Core::tr("Contains personal data. Do not publish or pass on.");
    }
    return head;
}

/// By the first bytes; empty for what no browser shows everywhere.
QString mediaTypeOf(const QByteArray &image)
{
    if (image.startsWith("\x89PNG\r\n\x1a\n")) {
        return QStringLiteral("image/png");
    }
    if (image.startsWith("\xff\xd8\xff")) {
        return QStringLiteral("image/jpeg");
    }
    constexpr qsizetype k_beginning = 1024;
    return image.left(k_beginning).contains("<svg") ? QStringLiteral("image/svg+xml") : QString();
}

void addMap(std::vector<ReportBlock> &blocks, const ReportMap &map)
{
    if (map.image.isEmpty()) {
        return;
    }
    const QString mediaType = mediaTypeOf(map.image);
    if (mediaType.isEmpty()) {
        blocks.emplace_back(
            ReportParagraph{Core::tr("The map is missing: its picture is neither PNG, JPEG nor SVG."), true});
        return;
    }
    const QString review = map.reviewNumber.isEmpty() ? Core::tr("for internal use")
                                                      : Core::tr("map review number %1").arg(map.reviewNumber);
    const QString caption = map.caption.isEmpty() ? review : Core::tr("%1 (%2)").arg(map.caption, review);
    blocks.emplace_back(ReportImage{map.image, mediaType, caption});
}

void addMilestones(std::vector<ReportBlock> &blocks, const ReportInput &input)
{
    if (!input.milestones.empty()) {
        blocks.emplace_back(ReportHeading{2, Core::tr("Targets")});
        blocks.emplace_back(milestoneTable(input.milestones));
        blocks.emplace_back(rulesNote(input.rules));
    }
}

void addIndicator(std::vector<ReportBlock> &blocks, const ReportIndicator &indicator)
{
    if (indicator.areas.empty() && !indicator.total) {
        return;
    }
    blocks.emplace_back(indicatorTable(indicator));
    QStringList notes;
    for (const QString &note : {indicator.rule, indicator.source}) {
        if (!note.isEmpty()) {
            notes << note;
        }
    }
    if (!notes.isEmpty()) {
        blocks.emplace_back(ReportParagraph{notes.join(Core::tr("; ")), true});
    }
}

/// Lists are filtered as a whole: a column of telephone numbers is one of numbers, too.
ReportList filtered(ReportList list)
{
    for (QStringList &row : list.rows) {
        for (QString &text : row) {
            text = withoutPrivateNumbers(text);
        }
    }
    return list;
}

void addProgramme(std::vector<ReportBlock> &blocks, const ReportProgramme &programme, bool unmasked)
{
    const std::size_t before = blocks.size();
    blocks.emplace_back(ReportHeading{2, programme.name});
    for (const ReportIndicator &indicator : programme.indicators) {
        addIndicator(blocks, indicator);
    }
    blocks.insert(blocks.end(), programme.more.begin(), programme.more.end());
    if (!programme.left.empty()) {
        blocks.emplace_back(ReportHeading{3, Core::tr("What is left")});
    }
    for (const ReportList &list : programme.left) {
        blocks.emplace_back(listTable(unmasked ? list : filtered(list)));
    }
    if (blocks.size() == before + 1) { // nothing but the heading
        blocks.pop_back();
    }
}

/// The last filter: whatever way a text came in, private numbers do not get out. Figures are not texts.
struct Filter {
    void operator()(ReportHeading &heading) const { heading.text = withoutPrivateNumbers(heading.text); }
    void operator()(ReportParagraph &paragraph) const { paragraph.text = withoutPrivateNumbers(paragraph.text); }
    void operator()(ReportCounts &) const {}
    void operator()(ReportImage &image) const { image.caption = withoutPrivateNumbers(image.caption); }
    void operator()(ReportTable &table) const
    {
        table.caption = withoutPrivateNumbers(table.caption);
        for (std::vector<ReportCell> &row : table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i >= table.columns.size() || !table.columns[i].isNumber) {
                    row[i].text = withoutPrivateNumbers(row[i].text);
                }
            }
        }
    }
};

} // namespace

Report buildReport(const ReportInput &input)
{
    Report report;
    report.head = headOf(input);
    if (ReportCounts counts = countsOf(input.milestones); !counts.counts.empty()) {
        report.blocks.emplace_back(std::move(counts));
    }
    addMap(report.blocks, input.map);
    addMilestones(report.blocks, input);
    for (const ReportProgramme &programme : input.programmes) {
        addProgramme(report.blocks, programme, input.unmasked);
    }
    if (!input.unmasked) {
        for (ReportBlock &block : report.blocks) {
            std::visit(Filter(), block);
        }
    }
    return report;
}

} // namespace cuntu
