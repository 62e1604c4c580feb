// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/layer_schema.h"
#include "maps/style/style.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cuntu::ui {

/// One symbol: shape or picture, colours, sizes, marking. What is drawn with it is seen at once.
class SymbolDialog : public QDialog {
    Q_OBJECT

public:
    SymbolDialog(const Symbol &symbol, GeometryType geometry, QWidget *parent = nullptr);

    const Symbol &symbol() const { return m_symbol; }
    /// Takes the picture of an SVG file, or says why not.
    void readPicture(const QString &file);

Q_SIGNALS:
    void changed(const cuntu::Symbol &symbol);

private:
    void makeMarkerRows(QFormLayout *form);
    void makeLineRows(QFormLayout *form);
    QPushButton *colourButton(const char *name, QColor Symbol::*colour, bool mayBeNone);
    QDoubleSpinBox *number(const char *name, double Symbol::*value, double least, double most, const QString &suffix);
    void askPicture();
    void take();
    void refresh();

    Symbol m_symbol;
    GeometryType m_geometry;
    QComboBox *m_shape = nullptr;
    QComboBox *m_marking = nullptr;
    QPushButton *m_picture = nullptr;
    QLineEdit *m_text = nullptr;
    QFontComboBox *m_font = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace cuntu::ui
