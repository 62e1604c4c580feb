// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_columns.h"

#include "ui/window/text.h"

#include <QComboBox>
#include <QHeaderView>

namespace cuntu::ui {
namespace {

const std::pair<QString, const char *> k_special[] = {
    {QStringLiteral("@x"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "easting or longitude")},
    {QStringLiteral("@y"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "northing or latitude")},
    {QStringLiteral("@wkt"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "geometry")},
    {QStringLiteral("@township"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "name of the township")},
    {QStringLiteral("@village"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "name of the village")},
    {QStringLiteral("@status"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "status")},
    {QStringLiteral("@status_date"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "date of the status")},
};

/// The first values of a column; personal ones masked.
QString sampleOf(const ImportPreview &preview, std::size_t column, const Field *field)
{
    constexpr int shown = 3;
    QStringList values;
    for (const SourceRow &row : preview.rows) {
        const QString text = column < row.cells.size() ? QString::fromStdString(row.cells[column]) : QString();
        if (!text.isEmpty() && values.size() < shown) {
            values << (field ? masked(text, field->personal) : text);
        }
    }
    return values.join(QStringLiteral("  ·  "));
}

} // namespace

QString columnMeaning(const QString &field, const std::optional<LayerSchema> &schema)
{
    for (const auto &[id, name] : k_special) {
        if (id == field) {
            return Ui::tr(name);
        }
    }
    const Field *known = schema ? schema->findField(field) : nullptr;
    return known ? known->name.toString() : field;
}

ImportColumns::ImportColumns(QWidget *parent) : QTableWidget(parent)
{
    setObjectName(QStringLiteral("importColumns"));
    setAccessibleName(tr("Columns of the file and what they are taken for"));
    setEditTriggers(NoEditTriggers);
    setColumnCount(3);
    setHorizontalHeaderLabels({tr("Column"), tr("First values"), tr("Is taken for")});
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    setAlternatingRowColors(true);
}

void ImportColumns::show(const ImportPreview &preview, const std::optional<LayerSchema> &schema)
{
    m_headings.clear();
    setRowCount(static_cast<int>(preview.info.columns.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const SourceColumn &column = preview.info.columns[static_cast<std::size_t>(row)];
        m_headings << column.heading;
        const Field *field = schema ? schema->findField(column.field) : nullptr;
        setItem(row, 0, new QTableWidgetItem(column.heading));
        setItem(row, 1, new QTableWidgetItem(sampleOf(preview, static_cast<std::size_t>(row), field)));
        auto *box = new QComboBox;
        box->addItem(schema ? tr("not used") : tr("as it is"), QString());
        if (schema) {
            for (const Field &each : schema->fields) {
                box->addItem(each.required ? tr("%1 (needed)").arg(each.name.toString()) : each.name.toString(),
                             each.id);
            }
            for (const auto &[id, name] : k_special) {
                box->addItem(Ui::tr(name), id);
            }
        }
        box->setCurrentIndex(std::max(0, box->findData(column.field)));
        box->setEnabled(schema.has_value() && !column.heading.isEmpty());
        box->setAccessibleName(tr("What the column %1 is taken for").arg(column.heading));
        connect(box, &QComboBox::activated, this, [this, row, box] { choose(row, box->currentData().toString()); });
        setCellWidget(row, 2, box);
    }
    resizeColumnToContents(0);
    setColumnWidth(2, 240);
}

/// A column taken for a field takes it from any other.
void ImportColumns::choose(int column, const QString &field)
{
    for (auto it = m_chosen.begin(); it != m_chosen.end();) {
        it = it.value() == m_headings[column] ? m_chosen.erase(it) : std::next(it);
    }
    if (!field.isEmpty()) {
        m_chosen[field] = m_headings[column];
    } else {
        m_chosen[QStringLiteral("-") + m_headings[column]] = m_headings[column];
    }
    Q_EMIT changed();
}

} // namespace cuntu::ui
