// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/theme.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QStyleFactory>

namespace cuntu::ui {
namespace {

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.base);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.failure);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.selection);
    palette.setColor(QPalette::HighlightedText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Light, theme.raised.lighter(theme.dark ? 120 : 103));
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.border.darker(theme.dark ? 130 : 115));
    palette.setColor(QPalette::Shadow, theme.dark ? QColor(Qt::black) : theme.border.darker(150));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        QColor faint = theme.muted;
        faint.setAlphaF(0.6F);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

/// The style sheet with its colour names replaced by the theme's.
QString styleSheetOf(const Theme &theme)
{
    QFile file(QStringLiteral(":/cuntu/window/window.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QString, QColor> names[] = {
        {QStringLiteral("@window"), theme.window},       {QStringLiteral("@base"), theme.base},
        {QStringLiteral("@raised"), theme.raised},       {QStringLiteral("@text"), theme.text},
        {QStringLiteral("@muted"), theme.muted},         {QStringLiteral("@border"), theme.border},
        {QStringLiteral("@accent"), theme.accent},       {QStringLiteral("@onaccent"), theme.onAccent},
        {QStringLiteral("@selection"), theme.selection}, {QStringLiteral("@failure"), theme.failure},
        {QStringLiteral("@warning"), theme.warning},
    };
    for (const auto &[name, colour] : names) {
        sheet.replace(name + QLatin1Char(';'), colour.name() + QLatin1Char(';'));
    }
    sheet.replace(QStringLiteral("@look"), theme.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    return sheet;
}

} // namespace

Theme themeFor(bool dark)
{
    if (dark) {
        return {true,
                QColor(0x20, 0x24, 0x29),
                QColor(0x19, 0x1C, 0x20),
                QColor(0x2A, 0x2F, 0x35),
                QColor(0xE4, 0xE7, 0xEA),
                QColor(0x9A, 0xA4, 0xAD),
                QColor(0x3B, 0x42, 0x49),
                QColor(0x4D, 0xB6, 0xAC),
                QColor(0x0E, 0x1F, 0x1D),
                QColor(0x2F, 0x4F, 0x50),
                QColor(0xFF, 0x8A, 0x80),
                QColor(0xF2, 0xB8, 0x4B)};
    }
    return {false,
            QColor(0xF4, 0xF5, 0xF6),
            QColor(0xFF, 0xFF, 0xFF),
            QColor(0xEC, 0xEE, 0xF0),
            QColor(0x1E, 0x25, 0x2B),
            QColor(0x5B, 0x66, 0x70),
            QColor(0xD5, 0xDA, 0xDE),
            QColor(0x0B, 0x6E, 0x69),
            QColor(0xFF, 0xFF, 0xFF),
            QColor(0xCD, 0xE6, 0xE4),
            QColor(0xB3, 0x26, 0x1E),
            QColor(0x9A, 0x5B, 0x00)};
}

void applyTheme(QApplication &app, const Theme &theme)
{
    app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont font = app.font();
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans"), font.family()});
    font.setPointSizeF(9.5);
    app.setFont(font);
    app.setPalette(paletteOf(theme));
}

void applyStyleSheet(QApplication &app, const Theme &theme)
{
    app.setStyleSheet(styleSheetOf(theme));
}

} // namespace cuntu::ui
