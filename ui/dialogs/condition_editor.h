// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/layer_schema.h"
#include "core/snapshot/condition.h"
#include "ui/window/theme.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace cuntu::ui {

/// Conditions that features must fulfil, a line each: field, comparison, value; and whether all must hold or one.
class ConditionEditor : public QWidget {
    Q_OBJECT

public:
    explicit ConditionEditor(const Theme &theme, QWidget *parent = nullptr);

    /// Asks about the fields of @p schema, but personal ones: what is not shown is not found out by asking either.
    /// Begins with one open line.
    void setSchema(const LayerSchema &schema);
    void setConditions(const std::vector<Condition> &conditions, Match match);

    /// Those that are complete.
    std::vector<Condition> conditions() const;
    Match match() const;

Q_SIGNALS:
    void changed();

private:
    struct Line {
        QWidget *row = nullptr;
        QComboBox *field = nullptr;
        QComboBox *comparison = nullptr;
        QComboBox *operand = nullptr;
    };
    void addLine();
    void clear();
    void fillField(QComboBox *box) const;
    static void fillComparison(QComboBox *box);
    void fillOperands(const Line &line) const;
    void connectLine(const Line &line);

    const Theme &m_theme;
    LayerSchema m_schema;
    std::vector<Line> m_lines;
    QComboBox *m_match = nullptr;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace cuntu::ui
