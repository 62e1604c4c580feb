// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/base/rounding.h"
#include "core/schema/field.h"
#include "core/snapshot/known_columns.h"

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

QString toQString(std::string_view text);
Day dayOf(double number);

/// @p value with at most @p decimals digits behind the point, for sentences; 'unknown' for not-a-number.
QString numberText(double value, int decimals = 1);

} // namespace cuntu::photovoltaic
