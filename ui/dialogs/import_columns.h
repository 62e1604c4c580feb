// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/import_preview.h"

#include <QTableWidget>

namespace cuntu::ui {

/// What a column is taken for, in words: a field's name, or that of a position, status or area.
QString columnMeaning(const QString &field, const std::optional<LayerSchema> &schema);

/// The columns of a file, a line each: heading, first values, and a box for the field it is taken for.
class ImportColumns : public QTableWidget {
    Q_OBJECT

public:
    explicit ImportColumns(QWidget *parent = nullptr);

    /// Shows @p preview's columns; personal values are masked. Without @p schema there is nothing to choose.
    void show(const ImportPreview &preview, const std::optional<LayerSchema> &schema);
    /// What the user chose so far: field -> heading.
    const QMap<QString, QString> &chosen() const { return m_chosen; }
    /// Forgets it, for another file or role.
    void forget() { m_chosen.clear(); }

Q_SIGNALS:
    /// The user took a column for another field.
    void changed();

private:
    void choose(int column, const QString &field);

    QStringList m_headings;
    QMap<QString, QString> m_chosen;
};

} // namespace cuntu::ui
