// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <QStringList>
#include <QStringView>

namespace cuntu {

/// The syllables of @p text in Hanyu pinyin, lower case and without tones: 桃源村 -> tao, yuan, cun. Each Chinese
/// character gives its commonest reading (ICU's Han-Latin); runs of other letters and digits stay one syllable. Any
/// thread; some microseconds a character.
CUNTU_CORE_EXPORT QStringList pinyinOf(QStringView text);

/// First letters of pinyinOf(): 桃源村 -> tyc. Quick for many names: each character is read once.
CUNTU_CORE_EXPORT QString pinyinInitials(QStringView text);

} // namespace cuntu
