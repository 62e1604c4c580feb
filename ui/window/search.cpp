// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/search.h"

#include "core/base/pinyin.h"

#include <QRegularExpression>

#include <algorithm>

namespace cuntu::ui {
namespace {

/// Findings in two heaps: names that begin with the words, and names that hold them.
class Findings {
public:
    Findings(const QString &words, std::size_t most) : m_words(words), m_most(most)
    {
        static const QRegularExpression letters(
            QStringLiteral("^[A-Za-z]{2,}$")); // what a keyboard gives without an input method
        m_areInitials = letters.match(words).hasMatch();
    }

    /// True where @p text fits and there is room for it; @p make is only asked then.
    template <class Make> void offer(const QString &text, const Make &make)
    {
        const QString initials = m_areInitials ? pinyinInitials(text) : QString();
        const bool begins = text.startsWith(m_words, Qt::CaseInsensitive) ||
                            (m_areInitials && initials.startsWith(m_words, Qt::CaseInsensitive));
        if (!begins && !text.contains(m_words, Qt::CaseInsensitive) &&
            !initials.contains(m_words, Qt::CaseInsensitive)) {
            return;
        }
        std::vector<Finding> &heap = begins ? m_beginning : m_holding;
        if (heap.size() < m_most) {
            heap.push_back(make());
        }
    }

    std::vector<Finding> take()
    {
        std::move(m_holding.begin(), m_holding.end(), std::back_inserter(m_beginning));
        m_beginning.resize(std::min(m_beginning.size(), m_most));
        return std::move(m_beginning);
    }

private:
    QString m_words;
    std::size_t m_most;
    bool m_areInitials = false;
    std::vector<Finding> m_beginning;
    std::vector<Finding> m_holding;
};

/// What kind of thing a row is, and the area it lies in: names repeat in a county.
QString whereabouts(const ProjectState &state, const LayerSnapshot &layer, std::size_t row)
{
    const LayerSchema &schema = layer.schema();
    const Column *column = layer.column(schema.areaField);
    const auto code = column != nullptr ? AreaCode::parse(column->display(row)) : std::nullopt;
    const QString area = code ? state.snapshot->areas().nameOf(*code, Day::today()) : QString();
    return area.isEmpty() ? schema.name.toString() : schema.name.toString() + QStringLiteral(" · ") + area;
}

/// Fields of @p schema by which a feature is looked for.
QStringList searchedFields(const LayerSchema &schema)
{
    QStringList fields;
    for (const QString &id : {schema.nameField, schema.keyField}) {
        const Field *field = schema.findField(id);
        if (field != nullptr && field->personal == Personal::No && !fields.contains(id)) {
            fields << id;
        }
    }
    return fields;
}

Result<void> searchLayer(const ProjectState &state, const LayerSchema &schema, Findings &findings,
                         const JobContext &job)
{
    const QStringList fields = searchedFields(schema);
    QStringList loaded = fields;
    if (!schema.areaField.isEmpty() && !loaded.contains(schema.areaField)) {
        loaded << schema.areaField;
    }
    auto layer = state.snapshot->layer(schema.id, loaded, job);
    if (!layer) {
        return layer.error();
    }
    for (const QString &field : fields) {
        const Column *column = (*layer)->column(field);
        for (std::size_t row = 0; column != nullptr && row < (*layer)->size(); ++row) {
            if ((row & 0xFFF) == 0 && job.isCancelled()) {
                return cancelledError();
            }
            const QString text = column->display(row);
            findings.offer(text, [&] {
                return Finding{text, whereabouts(state, **layer, row), {}, schema.id, (*layer)->id(row), {}};
            });
        }
    }
    return {};
}

} // namespace

Result<std::vector<Finding>> search(const ProjectState &state, const QString &words, std::size_t most,
                                    const JobContext &job)
{
    Findings findings(words, most);
    const AreaTree &areas = state.snapshot->areas();
    for (const Area &area : areas.all()) {
        const QString above = area.parent.isEmpty() ? QString() : areas.nameOf(area.parent, Day::today());
        for (const QString &text : {area.name, area.code.toString()}) {
            findings.offer(text, [&] {
                return Finding{
                    text == area.name ? area.name : text + QLatin1Char(' ') + area.name, above, area.code, {}, {}, {}};
            });
        }
    }
    for (const LayerInfo &layer : state.layers) {
        // Layers of areas were searched as the tree of areas.
        if (layer.schema.geometry == GeometryType::Polygon && layer.schema.programme.isEmpty() &&
            !layer.schema.keyField.isEmpty()) {
            continue;
        }
        if (auto done = searchLayer(state, layer.schema, findings, job); !done) {
            return done.error();
        }
    }
    return findings.take();
}

} // namespace cuntu::ui
