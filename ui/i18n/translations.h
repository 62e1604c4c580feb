// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"

class QCoreApplication;

namespace cuntu::ui {

/// Makes @p language the one of the whole program: of Text, of core, maps and ui, of every plugin that brought a
/// translation (:/cuntu/i18n/*_zh_CN.qm), and of Qt's own dialogs. Again at any time: widgets get LanguageChange. GUI
/// thread.
void useLanguage(QCoreApplication &app, Language language);

} // namespace cuntu::ui
