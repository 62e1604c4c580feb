// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/style/class_maker.h"
#include "ui/window/workbench.h"

#include <QDialog>
#include <QHash>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

/// How a layer is drawn: by status, one symbol, by category, by number or by rules, as a density or in clusters; how
/// classes are cut, symbols, sizes, labels.
/// Styles of QGIS (QML, SLD) can be read and written. Every change is seen on the map at once and kept when the dialog
/// is accepted.
class StyleDialog : public QDialog {
    Q_OBJECT

public:
    StyleDialog(Workbench &bench, const QString &layer, QWidget *parent = nullptr);

    /// Takes the look over from a style of QGIS and says what was left out, or why it cannot be read.
    void read(const QString &file);

    void done(int result) override;

private:
    void makeWidgets();
    void fillFields();
    void showStyle();
    void takeKind();
    void takeField();
    void takeSizes();
    void makeClasses();
    ClassPlan plan() const;
    void askRead();
    void askWrite();
    void showClasses();
    void showRows();
    void openClass(QTreeWidgetItem *item);
    void openSymbol(std::size_t index);
    QWidget *makeRuleButtons();
    void openRule(std::size_t index);
    void addRule();
    void removeRule();
    void moveRule(int by);
    std::size_t currentClass() const;
    void makeSizeFields();
    void makeBlend();
    void changed();
    QString json() const;

    Workbench &m_bench;
    QString m_layer;
    LayerSchema m_schema;
    LayerStyle m_style;
    bool m_byStatus = false;
    QHash<QWidget *, QString> m_ownTips; ///< of what is off by status
    bool m_showing = false;
    LatestJob m_loading;
    QFormLayout *m_form = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_field = nullptr;
    QSpinBox *m_count = nullptr;
    QComboBox *m_method = nullptr; ///< Classification
    QComboBox *m_vary = nullptr;   ///< ClassPlan::Vary
    QLabel *m_leftOut = nullptr;   ///< of a style that was read
    QTreeWidget *m_classes = nullptr;
    QDoubleSpinBox *m_size = nullptr;
    QDoubleSpinBox *m_radius = nullptr; ///< of a density or of clusters
    QWidget *m_ruleButtons = nullptr;
    QComboBox *m_sizeField = nullptr; ///< of points
    QDoubleSpinBox *m_sizeFull = nullptr;
    QComboBox *m_turnField = nullptr;
    QComboBox *m_blend = nullptr;
    QDoubleSpinBox *m_opacity = nullptr;
    QCheckBox *m_givesWay = nullptr; ///< of areas
    QComboBox *m_label = nullptr;
    QDoubleSpinBox *m_labelSize = nullptr;
    QCheckBox *m_leader = nullptr; ///< of points and areas
    QCheckBox *m_standing = nullptr;
};

} // namespace cuntu::ui
