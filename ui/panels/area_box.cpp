// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/area_box.h"

#include <QComboBox>
#include <QCompleter>

namespace cuntu::ui {

QComboBox *makeAreaBox(const AreaTree &areas, Day day)
{
    auto *box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(26);
    for (const Area *county : areas.at(AreaLevel::County, day)) {
        box->addItem(QStringLiteral("%1  %2").arg(county->name, county->code.toString()), county->code.toString());
        for (const Area *township : areas.at(AreaLevel::Township, day, county->code)) {
            box->addItem(QStringLiteral("%1  %2").arg(township->name, township->code.toString()),
                         township->code.toString());
            for (const Area *village : areas.at(AreaLevel::Village, day, township->code)) {
                box->addItem(QStringLiteral("%1  %2").arg(village->name, village->code.toString()),
                             village->code.toString());
            }
        }
    }
    box->setCurrentIndex(-1);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    return box;
}

AreaCode areaOf(const QComboBox &box)
{
    const QString text = box.currentText().trimmed();
    const int row = box.findText(box.currentText());
    if (row >= 0) {
        return AreaCode::parse(box.itemData(row).toString()).value_or(AreaCode());
    }
    return AreaCode::parse(text).value_or(AreaCode());
}

void setArea(QComboBox &box, const AreaCode &area)
{
    const int row = box.findData(area.toString());
    box.setCurrentIndex(row);
    if (row < 0) {
        box.setEditText(area.toString());
    }
}

} // namespace cuntu::ui
