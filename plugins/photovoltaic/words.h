// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/schema/field.h"
#include "core/snapshot/column.h"

namespace cuntu::photovoltaic {

/// Values and synonyms of the choice fields (DOMAIN B.4).
std::vector<Choice> stationTypeChoices();
std::vector<Choice> feedModeChoices();
std::vector<Choice> ownerChoices();
std::vector<Choice> siteChoices();
std::vector<Choice> useChoices();
std::vector<Choice> receiptChoices();
std::vector<Choice> faultChoices();

/// Name of the choice with @p choiceId among @p choices, for sentences; 'unknown' where there is none.
Text nameOf(const std::vector<Choice> &choices, std::string_view choiceId);

/// The number in @p row; not-a-number where the column is null.
double numberAt(const Column *column, std::size_t row);
/// The text in @p row; empty where the column is null.
std::string_view textAt(const Column *column, std::size_t row);
QString toQString(std::string_view text);
/// The text in @p row, for looking up.
QString stringAt(const Column *column, std::size_t row);
/// @p text as an area code of @p day, so that tables of different years meet; itself where it is none.
QString codeOn(const AreaTree &areas, const QString &text, Day day);
Day dayOf(double number);

/// @p value with at most @p decimals digits behind the point, for sentences; 'unknown' for not-a-number.
QString numberText(double value, int decimals = 1);

} // namespace cuntu::photovoltaic
