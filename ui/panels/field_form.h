// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/place_card.h"
#include "ui/window/workbench.h"

#include <QTreeWidget>

namespace cuntu::ui {

/// All fields of one feature; a double click or F2 edits a value, which is one action of the project. Personal fields
/// are masked, and locked, until unmask().
class FieldForm : public QTreeWidget {
    Q_OBJECT

public:
    explicit FieldForm(Workbench &bench, QWidget *parent = nullptr);

    /// Shows the fields of @p card. @p sameFeature: what was unmasked stays so.
    void show(const PlaceCard &card, bool sameFeature);
    /// True where personal fields with something in them are masked.
    bool isMasked() const;
    void unmask();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    friend class FieldDelegate;
    void fill();
    void editField(int number, const QString &text);

    Workbench &m_bench;
    PlaceCard m_card;
    bool m_unmasked = false;
};

/// @p text as a value of @p field, as people type it; Invalid or OutOfRange with what is expected.
Result<Value> valueFromText(const QString &text, const Field &field);

} // namespace cuntu::ui
