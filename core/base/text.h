// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace cuntu {

/// Translation context of the core library: `Core::tr("...")`.
class Core {
    Q_DECLARE_TR_FUNCTIONS(cuntu::Core)
};

/// A name or sentence in both languages, as plugins and schemas declare them.
struct CUNTU_CORE_EXPORT Text {
    QString zh;
    QString en;

    /// The one for the language the program runs in (see setLanguage()).
    QString toString() const;

    bool operator==(const Text &) const = default;
};

/// Languages of the program's own texts.
enum class Language { Chinese, English };

/// The language Text::toString() answers in. Set once at start and when the user switches; any thread may read it.
CUNTU_CORE_EXPORT Language language();
/// Sets the language() of all Text. GUI thread.
CUNTU_CORE_EXPORT void setLanguage(Language language);

/// @p text with full-width letters, digits and punctuation made half-width (NFKC), outer white space removed and inner
/// runs of it made one space: how cells of tables are compared. Chinese characters stay as they are.
CUNTU_CORE_EXPORT QString normalised(QStringView text);

/// A number as people type it: full-width digits, thousands separators, a trailing unit is *not* accepted.
/// Empty for anything else, and for infinite and not-a-number.
CUNTU_CORE_EXPORT std::optional<double> parseNumber(QStringView text);

/// True for blank and for the marks with which tables say 'nothing here': / - — － 无 (not 0).
CUNTU_CORE_EXPORT bool isBlankMark(QStringView text);

/// Yes or no in Chinese or English (是 否 有 无 1 0 yes no true false y n √ ×), else empty.
CUNTU_CORE_EXPORT std::optional<bool> parseYesNo(QStringView text);

} // namespace cuntu
